"""Practices, in the words of those who look for them."""

from django.db import models


class PracticeQuerySet(models.QuerySet):
    def published(self):
        return self.filter(archived_at__isnull=True)

    def withdrawn(self):
        return self.filter(archived_at__isnull=False)

    def newest_first(self):
        return self.order_by("-stamp")

    def with_relations(self):
        """With all that facets and search words are made of."""
        return self.select_related(
            "territory__region", "territory__departement", "territory__country"
        ).prefetch_related(
            *("countries", "partner_territories__country", "partners", "keywords"),
            *("modalities", "themes", "sectors", "goals"),
        )
