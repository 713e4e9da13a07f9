"""Practices, in the words of those who look for them."""

from aict.listing.listed import ListedQuerySet


class PracticeQuerySet(ListedQuerySet):
    def with_relations(self):
        """With all that facets and search words are made of."""
        return self.select_related(
            "territory__region", "territory__departement", "territory__country"
        ).prefetch_related(
            *("countries", "partner_territories__country", "partners", "keywords"),
            *("modalities", "themes", "sectors", "goals"),
        )
