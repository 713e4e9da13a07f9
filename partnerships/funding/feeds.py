"""Funding lines as an Atom feed."""

from aict.listing.feeds import ListingFeed
from aict.taxonomies.enums import Category
from partnerships.funding.filters import FundingFilter


class FundingFeed(ListingFeed):
    filterset = FundingFilter
    title = "AICT éco : financements"
    subtitle = "Les financements de l’action internationale économique des collectivités"
    link = "/financements/"

    def item_categories(self, item):
        return [str(Category(slug).label) for slug in item.categories]
