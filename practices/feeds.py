"""Practices as an Atom feed."""

from aict.listing.feeds import ListingFeed
from practices.filters import PracticeFilter


class PracticeFeed(ListingFeed):
    filterset = PracticeFilter
    title = "AICT éco : pratiques"
    subtitle = "Ce que font les collectivités françaises à l’international pour leur économie"
    link = "/pratiques/"

    def item_categories(self, item):
        return [item.get_category_display()]
