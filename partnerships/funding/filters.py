"""What can be asked of the list of funding lines, under names that do not change."""

from aict.listing.filters import FacetFilter, ListingFilter, OrderFilter, QueryFilter
from partnerships.funding.listing import FUNDING


class FundingFilter(ListingFilter):
    listing = FUNDING

    q = QueryFilter()
    statut = FacetFilter(FUNDING, "statut")
    categorie = FacetFilter(FUNDING, "categorie")
    beneficiaire = FacetFilter(FUNDING, "beneficiaire")
    nature = FacetFilter(FUNDING, "nature")
    groupe = FacetFilter(FUNDING, "groupe")
    pays = FacetFilter(FUNDING, "pays")
    secteur = FacetFilter(FUNDING, "secteur")
    stade = FacetFilter(FUNDING, "stade")
    echelle = FacetFilter(FUNDING, "echelle")
    recurrence = FacetFilter(FUNDING, "recurrence")
    tri = OrderFilter(FUNDING)
