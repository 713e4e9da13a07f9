"""The page of a practice with what other rooms say about it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from aict.listing.views import gone
from aict.ui import remembered
from practices import pages
from practices.events.about import about as events_about
from practices.exchange.questions.reading import questions_about
from practices.exchange.reuses.lineage import lineage_of
from practices.models import Practice
from practices.sheets.quoting import quoting

# Clocks of what stands around a practice: when one ticks, pages are made anew.
CLOCKS = ("event", "question", "reuse", "sheet")


@login_not_required
@require_safe
def practice(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The page; a former address leads to the new one, a withdrawn practice says so."""
    version = pages.version_of(slug, CLOCKS)
    if version is None:
        return gone(request, Practice, slug)
    holes = pages.published(slug, version, around).holes()
    return remembered.page(request, "practices/practice_detail.html", holes, below="/pratiques/")


def around(found: Practice) -> pages.Around:
    """The same for every reader: nothing here may depend on who asks."""
    context = {
        "practice": found,
        "contribution": found.contribution,
        "shown": questions_about(found),
        "events": events_about(found),
        "lineage": lineage_of(found),
        "sheets": quoting(found),
    }
    return pages.Around(
        tools=render_to_string("pages/practice_tools.html", context),
        below=render_to_string("pages/practice_around.html", context),
    )
