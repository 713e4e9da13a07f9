"""Publications as an Atom feed."""

from aict.listing.feeds import ListingFeed
from aict.taxonomies.enums import Category
from practices.publications.filters import PublicationFilter
from practices.publications.words import when


class PublicationFeed(ListingFeed):
    filterset = PublicationFilter
    title = "AICT éco : publications"
    subtitle = "Études, actes et analyses sur l’action internationale économique des collectivités"
    link = "/publications/"

    def item_guid(self, item):
        """The same when its title, hence its address, changes."""
        return item.contribution.token.urn

    def item_description(self, item):
        words = when(item)
        return f"{words[:1].upper()}{words[1:]}. {item.teaser}"

    def item_categories(self, item):
        kept = [str(Category(slug).label) for slug in item.categories]
        return [str(item.get_type_display()), *kept]
