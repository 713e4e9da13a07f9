"""The same list as an Atom feed: what is new for that querystring."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.core.exceptions import BadRequest
from django.utils.feedgenerator import Atom1Feed

from aict.listing.selection import BadParameterError, read
from practices.filters import PracticeFilter
from practices.listing import PRACTICES
from practices.models import Practice

LONGEST = 30


class PracticeFeed(Feed):
    login_required = False
    feed_type = Atom1Feed
    title = "AICT éco : pratiques"
    subtitle = "Ce que font les collectivités françaises à l’international pour leur économie"
    link = "/pratiques/"
    author_name = settings.SITE_NAME

    def get_object(self, request):
        try:
            read(PRACTICES, request.GET)
        except BadParameterError as error:
            raise BadRequest(str(error)) from error
        return request.GET

    def feed_url(self, data):
        query = data.urlencode()
        return f"/pratiques/flux.atom{'?' if query else ''}{query}"

    def items(self, data):
        newest = data.copy()
        newest["tri"] = "recentes"
        found = PracticeFilter(newest, Practice.objects.published()).qs
        return found.select_related("contribution")[:LONGEST]

    def item_title(self, item):
        return f"{item.title} (exemple fictif)" if item.contribution.fictional else item.title

    def item_description(self, item):
        return item.teaser

    def item_updateddate(self, item):
        return item.updated_at

    def item_pubdate(self, item):
        return item.contribution.published_at

    def item_categories(self, item):
        return [item.get_category_display()]
