"""Territories and countries in the words of the product."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Abs
from django.db.models.lookups import Exact

from aict.territories.bands import bounds_of

# France and its overseas territories have country codes of their own in ISO 3166-1.
FRENCH_CODES = ["FR", "GP", "MQ", "GF", "RE", "PM", "YT", "BL", "MF", "WF", "PF", "NC", "TF"]


class CountryQuerySet(models.QuerySet):
    def foreign(self):
        return self.exclude(code__in=FRENCH_CODES)

    def named(self, text: str):
        """The country of that name, French or English, accents apart; None when there is none."""
        name = text.strip()
        same = Q(name__unaccent__iexact=name) | Q(name_en__iexact=name)
        return self.filter(same | Q(other_names__contains=[name])).first()


class TerritoryQuerySet(models.QuerySet):
    def current(self):
        return self.filter(valid_to=None)

    def ended(self):
        return self.filter(valid_to__isnull=False)

    def french(self):
        return self.exclude(level="etranger")

    def foreign(self):
        return self.filter(level="etranger")

    def authorities(self):
        """Those with a council of their own: what a practice can belong to."""
        return self.filter(is_authority=True)

    def at_level(self, level: str):
        """Of that level, or holding its powers: the Métropole de Lyon is found among métropoles."""
        return self.filter(Q(level=level) | Q(acts_as__contains=[level]))

    def members_of(self, territory):
        """The communes of a grouping, a département, a région or a special-status authority."""
        areas = [territory.pk, *territory.areas.values_list("pk", flat=True)]
        inside = (
            Q(epci=territory) | Q(ept=territory) | Q(departement__in=areas) | Q(region__in=areas)
        )
        return self.current().filter(inside, level="commune")

    def resembling(self, territory):
        """Authorities of the same level, nature and population band, nearest population first."""
        alike = self.current().authorities().exclude(pk=territory.pk)
        alike = alike.filter(level=territory.level, kind=territory.kind)
        if territory.population is None:
            return alike.order_by("-weight", "pk")
        floor, beyond = bounds_of(territory.population_band)
        alike = alike.filter(population__gte=floor)
        if beyond:
            alike = alike.filter(population__lt=beyond)
        return alike.order_by(Abs(F("population") - territory.population), "pk")

    def nearest_in_size(self, territory, count: int):
        """At most `count` of `resembling` above its population and as many below, nearest first."""
        alike = self.resembling(territory)
        if territory.population is None:
            return list(alike[:count])
        size = territory.population
        above = alike.filter(population__gte=size).order_by("population", "pk")[:count]
        below = alike.filter(population__lt=size).order_by("-population", "pk")[:count]
        return sorted([*above, *below], key=lambda t: (abs(t.population - size), t.pk))

    def here_first(self):
        """The French sides of a link before the foreign ones, each by name."""
        return self.order_by(Exact(F("level"), "etranger"), "name", "pk")

    def with_places(self):
        """With what a label needs, in the same query."""
        return self.select_related("country", "departement", "region")
