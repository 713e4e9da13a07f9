"""What can be asked of the list of fiches, under names that do not change."""

from aict.listing.filters import FacetFilter, ListingFilter, OrderFilter, QueryFilter
from practices.sheets.listing import SHEETS


class SheetFilter(ListingFilter):
    listing = SHEETS

    q = QueryFilter()
    categorie = FacetFilter(SHEETS, "categorie")
    theme = FacetFilter(SHEETS, "theme")
    niveau = FacetFilter(SHEETS, "niveau")
    modalite = FacetFilter(SHEETS, "modalite")
    odd = FacetFilter(SHEETS, "odd")
    tri = OrderFilter(SHEETS)
