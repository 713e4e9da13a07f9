"""What can be asked of the list of partnerships, under names that do not change."""

from aict.listing.filters import FacetFilter, ListingFilter, OrderFilter, QueryFilter
from partnerships.listing import PARTNERSHIPS


class PartnershipFilter(ListingFilter):
    listing = PARTNERSHIPS

    q = QueryFilter()
    categorie = FacetFilter(PARTNERSHIPS, "categorie")
    stade = FacetFilter(PARTNERSHIPS, "stade")
    forme = FacetFilter(PARTNERSHIPS, "forme")
    type = FacetFilter(PARTNERSHIPS, "type")
    origine = FacetFilter(PARTNERSHIPS, "origine")
    niveau = FacetFilter(PARTNERSHIPS, "niveau")
    groupe = FacetFilter(PARTNERSHIPS, "groupe")
    pays = FacetFilter(PARTNERSHIPS, "pays")
    region = FacetFilter(PARTNERSHIPS, "region")
    departement = FacetFilter(PARTNERSHIPS, "departement")
    taille = FacetFilter(PARTNERSHIPS, "taille")
    modalite = FacetFilter(PARTNERSHIPS, "modalite")
    secteur = FacetFilter(PARTNERSHIPS, "secteur")
    odd = FacetFilter(PARTNERSHIPS, "odd")
    annee = FacetFilter(PARTNERSHIPS, "annee")
    tri = OrderFilter(PARTNERSHIPS)
