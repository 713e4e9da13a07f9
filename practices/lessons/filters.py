"""What can be asked of the list of lessons, under names that do not change."""

from aict.listing.filters import FacetFilter, ListingFilter, OrderFilter, QueryFilter
from practices.lessons.listing import LESSONS


class LessonFilter(ListingFilter):
    listing = LESSONS

    q = QueryFilter()
    categorie = FacetFilter(LESSONS, "categorie")
    niveau = FacetFilter(LESSONS, "niveau")
    taille = FacetFilter(LESSONS, "taille")
    modalite = FacetFilter(LESSONS, "modalite")
    annee = FacetFilter(LESSONS, "annee")
    tri = OrderFilter(LESSONS)
