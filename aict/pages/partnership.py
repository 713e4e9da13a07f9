"""The page of a partnership with the practices that happen within it: it combines two rooms."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aict.links.models import broken_among
from aict.listing.foot import foot_of
from aict.listing.views import gone
from partnerships import reading
from partnerships.models import Partnership
from practices.models import Practice


@login_not_required
@require_safe
def partnership(request: HttpRequest, slug: str) -> HttpResponseBase:
    joined = ("contribution", "contribution__territory", "contribution__service")
    row = Partnership.objects.published().select_related(*joined).filter(slug=slug).first()
    if row is None:
        return gone(request, Partnership, slug)
    within = Practice.objects.published().filter(partnership=row.contribution_id)
    context = {
        "page": reading.of_live(row),
        "partnership": row,
        "fictional": row.contribution.fictional,
        "practices": within.select_related("contribution").newest_first()[:20],
        "foot": foot(row),
        "broken": broken_among([row.source_url]),
    }
    return render(request, "partnerships/partnership_detail.html", context)


def foot(row: Partnership):
    """Who answers for the page: its team, or the source it was read in."""
    contribution = row.contribution
    owner = ", ".join(str(part) for part in (contribution.territory, contribution.service) if part)
    contact = _("Par le relais de la plateforme")
    licence = _("Licence Ouverte 2.0")
    ask = f"/mises-en-relation/demander/?partenariat={row.slug}"
    author, answers = row.source or owner or "AICT éco", owner or row.source
    return foot_of(row, author, answers, licence, contact, ask)
