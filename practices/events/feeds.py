"""Events as an Atom feed: what is new in the agenda."""

from aict.listing.feeds import ListingFeed
from aict.taxonomies.enums import Category
from practices.events.filters import EventFilter
from practices.events.moments import when


class EventFeed(ListingFeed):
    filterset = EventFilter
    title = "AICT éco : agenda"
    subtitle = "Rencontres, ateliers et webinaires de la dynamique thématique"
    link = "/agenda/"

    def item_guid(self, item):
        """The same when its title, hence its address, changes."""
        return item.contribution.token.urn

    def item_title(self, item):
        told = super().item_title(item)
        return told if item.state == "maintenu" else f"{item.get_state_display()} : {told}"

    def item_description(self, item):
        words = when(item)
        return f"{words[:1].upper()}{words[1:]}. {item.teaser} {item.state_note}".strip()

    def item_categories(self, item):
        kept = [str(Category(slug).label) for slug in item.categories]
        return [str(item.get_type_display()), *kept]
