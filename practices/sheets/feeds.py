"""Fiches-repères as an Atom feed."""

from aict.listing.feeds import ListingFeed
from aict.taxonomies.enums import Category
from practices.sheets.filters import SheetFilter


class SheetFeed(ListingFeed):
    filterset = SheetFilter
    title = "AICT éco : fiches-repères"
    subtitle = "Ce qu’il faut savoir d’un sujet avant de s’y mettre, relu et daté"
    link = "/fiches-reperes/"

    def item_categories(self, item):
        return [str(Category(slug).label) for slug in item.categories]
