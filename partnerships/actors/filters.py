"""What can be asked of the directory, under names that do not change."""

from aict.listing.filters import FacetFilter, ListingFilter, OrderFilter, QueryFilter
from partnerships.actors.listing import ACTORS


class ActorFilter(ListingFilter):
    listing = ACTORS

    q = QueryFilter()
    type = FacetFilter(ACTORS, "type")
    apport = FacetFilter(ACTORS, "apport")
    categorie = FacetFilter(ACTORS, "categorie")
    pays = FacetFilter(ACTORS, "pays")
    groupe = FacetFilter(ACTORS, "groupe")
    secteur = FacetFilter(ACTORS, "secteur")
    region = FacetFilter(ACTORS, "region")
    departement = FacetFilter(ACTORS, "departement")
    conditions = FacetFilter(ACTORS, "conditions")
    tri = OrderFilter(ACTORS)
