"""A list as an Atom feed: what is new for a querystring."""

import re

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.core.exceptions import BadRequest
from django.utils.feedgenerator import Atom1Feed

from aict.listing.filters import ListingFilter
from aict.listing.selection import BadParameterError, read

LONGEST = 30
REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class ReadableFeed(Atom1Feed):
    """Without the characters that XML refuses: one of them in one text would close the whole feed."""

    def add_item(self, title, link, description, **kwargs):
        super().add_item(readable(title), link, readable(description), **kwargs)


def readable(text) -> str:
    return REFUSED.sub(" ", str(text))


class ListingFeed(Feed):
    """Subclasses give `filterset`, `title`, `subtitle` and `link`, the address of the list."""

    login_required = False
    feed_type = ReadableFeed
    author_name = settings.SITE_NAME
    filterset: type[ListingFilter]

    def get_object(self, request):
        try:
            read(self.filterset.listing, request.GET)
        except BadParameterError as error:
            raise BadRequest(str(error)) from error
        return request.GET

    def feed_url(self, data):
        query = data.urlencode()
        return f"{self.link}flux.atom{'?' if query else ''}{query}"

    def items(self, data):
        newest = data.copy()
        newest["tri"] = "recentes"
        found = self.filterset(newest, self.filterset.listing.model.objects.published()).qs
        return found.select_related("contribution")[:LONGEST]

    def item_title(self, item):
        return f"{item.title} (exemple fictif)" if item.contribution.fictional else item.title

    def item_description(self, item):
        return item.teaser

    def item_updateddate(self, item):
        return item.updated_at

    def item_pubdate(self, item):
        return item.contribution.published_at
