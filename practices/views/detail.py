"""One published practice: its page, the history of its versions."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.views.decorators.http import require_safe

from aict.listing.views import gone
from aict.ui import remembered
from practices import pages
from practices.models import Practice


@login_not_required
@require_safe
def detail(request, slug: str):
    """The page; a former address leads to the new one, a withdrawn practice says so."""
    version = pages.version_of(slug)
    if version is None:
        return gone(request, Practice, slug)
    holes = pages.published(slug, version).holes()
    return remembered.page(request, "practices/practice_detail.html", holes, below="/pratiques/")


def published_or_404(slug: str) -> Practice:
    joined = ("contribution", "service", "territory__departement", "territory__region")
    found = Practice.objects.published().select_related(*joined)
    practice = found.filter(slug=slug).first()
    if not practice:
        raise Http404("Cette pratique n’est pas en ligne.")
    return practice
