"""Fiches, in the words of those who look for them."""

from aict.listing.listed import ListedQuerySet


class SheetQuerySet(ListedQuerySet):
    def with_relations(self):
        return self.prefetch_related("themes", "goals", "tools__modality", "actors", "terms")

    def quoting(self, practice):
        """Those on line that give this practice as an example."""
        return self.published().filter(examples__practice=practice).distinct().order_by("number")

    def naming_actor(self, actor):
        return self.published().filter(actors__actor=actor).distinct().order_by("number")

    def naming_funding(self, funding):
        found = self.published().filter(funding_lines__funding=funding)
        return found.distinct().order_by("number")
