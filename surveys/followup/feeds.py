"""What was done of the answers, as an Atom feed."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.core.exceptions import BadRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from aict.listing.feeds import ReadableFeed
from aict.taxonomies.models import Need
from surveys.followup.models import FollowUp

LONGEST = 30


class FollowUpFeed(Feed):
    """All of them, or those of one need (`?besoin=slug`)."""

    login_required = False
    feed_type = ReadableFeed
    author_name = settings.SITE_NAME
    title = _("Ce que nous avons fait de vos réponses")
    subtitle = _("Les suites données aux enquêtes du réseau.")

    def get_object(self, request):
        slug = request.GET.get("besoin", "")
        if slug and ("\0" in slug or not Need.objects.in_use().filter(slug=slug).exists()):
            raise BadRequest("Ce besoin n’est pas connu.")
        return slug

    def link(self, slug):
        return f"/besoins/{slug}/" if slug else reverse("surveys:list")

    def feed_url(self, slug):
        return reverse("followup:feed") + (f"?besoin={slug}" if slug else "")

    def items(self, slug):
        found = FollowUp.objects.on_line()
        return (found.filter(need__slug=slug) if slug else found)[:LONGEST]

    def item_title(self, item):
        about = item.need.label if item.need else item.survey.title
        return f"{about} (exemple fictif)" if item.survey.fictional else about

    def item_description(self, item):
        return item.text

    def item_link(self, item):
        return reverse("surveys:detail", args=[item.survey.slug])

    def item_guid(self, item):
        return f"suite-{item.pk}"

    item_guid_is_permalink = False
