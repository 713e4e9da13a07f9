"""Partnerships, actors and funding, in the words of those who look for them."""

from django.db.models import Prefetch, Q

from aict.listing.listed import ListedQuerySet
from aict.territories.models import Territory


class PartnershipQuerySet(ListedQuerySet):
    def with_relations(self):
        return self.with_parties().prefetch_related("modalities", "sectors", "goals", "mobilised")

    def with_parties(self):
        """With the territories that it links, the French ones first."""
        parties = Territory.objects.with_places().here_first()
        return self.prefetch_related(Prefetch("parties", parties))

    def of_territory(self, territory):
        return self.filter(parties=territory)


class ActorQuerySet(ListedQuerySet):
    def with_relations(self):
        return self.select_related(
            *("actor_type", "country", "seat__region", "seat__departement", "seat__country")
        ).prefetch_related("countries_active", "sectors", "offers")

    def named(self, name):
        """By its name, its acronym, or the name of a duplicate that joined it."""
        called = Q(title__iexact=name) | Q(acronym__iexact=name) | Q(merged__title__iexact=name)
        return self.published().filter(called).order_by("-stamp").first() if name else None


class FundingQuerySet(ListedQuerySet):
    def with_relations(self):
        return self.prefetch_related("countries", "sectors")
