"""The directory as an Atom feed."""

from aict.listing.feeds import ListingFeed
from aict.taxonomies.enums import Category
from partnerships.actors.filters import ActorFilter


class ActorFeed(ListingFeed):
    filterset = ActorFilter
    title = "AICT éco : acteurs économiques"
    subtitle = "Ceux qui peuvent aider une collectivité à agir à l’international pour son économie"
    link = "/acteurs/"

    def item_categories(self, item):
        return [str(Category(category).label) for category in item.categories]
