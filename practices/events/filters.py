"""What can be asked of the agenda, under names that do not change."""

from aict.listing.filters import FacetFilter, ListingFilter, OrderFilter, QueryFilter
from practices.events.listing import EVENTS


class EventFilter(ListingFilter):
    listing = EVENTS

    q = QueryFilter()
    quand = FacetFilter(EVENTS, "quand")
    type = FacetFilter(EVENTS, "type")
    lieu = FacetFilter(EVENTS, "lieu")
    suites = FacetFilter(EVENTS, "suites")
    categorie = FacetFilter(EVENTS, "categorie")
    theme = FacetFilter(EVENTS, "theme")
    region = FacetFilter(EVENTS, "region")
    departement = FacetFilter(EVENTS, "departement")
    annee = FacetFilter(EVENTS, "annee")
    tenue = FacetFilter(EVENTS, "tenue")
    tri = OrderFilter(EVENTS)
