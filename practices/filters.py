"""What can be asked of the list of practices, under names that do not change."""

from aict.listing.filters import FacetFilter, ListingFilter, OrderFilter, QueryFilter
from practices.listing import PRACTICES


class PracticeFilter(ListingFilter):
    listing = PRACTICES

    q = QueryFilter()
    categorie = FacetFilter(PRACTICES, "categorie")
    nature = FacetFilter(PRACTICES, "nature")
    niveau = FacetFilter(PRACTICES, "niveau")
    pays = FacetFilter(PRACTICES, "pays")
    groupe = FacetFilter(PRACTICES, "groupe")
    modalite = FacetFilter(PRACTICES, "modalite")
    theme = FacetFilter(PRACTICES, "theme")
    secteur = FacetFilter(PRACTICES, "secteur")
    odd = FacetFilter(PRACTICES, "odd")
    region = FacetFilter(PRACTICES, "region")
    departement = FacetFilter(PRACTICES, "departement")
    taille = FacetFilter(PRACTICES, "taille")
    preuve = FacetFilter(PRACTICES, "preuve")
    annee = FacetFilter(PRACTICES, "annee")
    tri = OrderFilter(PRACTICES)
