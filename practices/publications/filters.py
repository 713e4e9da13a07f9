"""What can be asked of the list of publications, under names that do not change."""

from aict.listing.filters import FacetFilter, ListingFilter, OrderFilter, QueryFilter
from practices.publications.listing import PUBLICATIONS


class PublicationFilter(ListingFilter):
    listing = PUBLICATIONS

    q = QueryFilter()
    statut = FacetFilter(PUBLICATIONS, "statut")
    type = FacetFilter(PUBLICATIONS, "type")
    annee = FacetFilter(PUBLICATIONS, "annee")
    categorie = FacetFilter(PUBLICATIONS, "categorie")
    theme = FacetFilter(PUBLICATIONS, "theme")
    langue = FacetFilter(PUBLICATIONS, "langue")
    tri = OrderFilter(PUBLICATIONS)
