"""The page of a fiche, with what one may do with it in other rooms."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.listing.views import gone
from practices.sheets.models import Sheet
from practices.sheets.views.pages import published, shown


@login_not_required
@require_safe
def sheet(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The page; a former address leads to the new one, a withdrawn fiche says so."""
    found = published(slug)
    if found is None:
        return gone(request, Sheet, slug)
    user = request.user
    context = {
        **shown(found),
        "contribution": found.contribution,
        "tools": "pages/sheet_tools.html",
        "coordinates": user.is_authenticated and user.is_coordinator,
    }
    return render(request, "pages/sheet.html", context)
