"""What is new of surveys, as an Atom feed: they open, they close, their results come out."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet

from aict.listing.feeds import LONGEST, ReadableFeed
from aict.ui.dates import long_date
from surveys.models import Survey


class SurveyFeed(Feed):
    """Each new state is an entry of its own."""

    login_required = False
    feed_type = ReadableFeed
    author_name = settings.SITE_NAME
    title = "AICT éco : enquêtes"
    subtitle = "Les enquêtes du réseau : celles qui s’ouvrent, celles dont les résultats paraissent"
    link = "/enquetes/"
    feed_url = "/enquetes/flux.atom"

    def items(self) -> QuerySet:
        return Survey.objects.public().order_by("-state_since", "-pk")[:LONGEST]

    def item_title(self, item: Survey) -> str:
        told = f"{item.title} : {item.get_state_display().lower()}"
        return f"{told} (exemple fictif)" if item.fictional else told

    def item_description(self, item: Survey) -> str:
        until = f" Jusqu’au {long_date(item.closes_on)}." if item.is_open and item.closes_on else ""
        return f"{item.summary}{until}"

    def item_guid(self, item: Survey) -> str:
        return f"{settings.SITE_URL}{item.get_absolute_url()}#{item.state}"

    def item_updateddate(self, item: Survey):
        return item.state_since

    def item_pubdate(self, item: Survey):
        return item.state_since
