"""The list of fiches, and one of them."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.links.models import broken_among
from aict.listing.foot import Foot, foot_of
from aict.listing.views import gone, list_page
from practices.sheets.cards import CARDS
from practices.sheets.exports import csv
from practices.sheets.listing import SHEETS
from practices.sheets.models import Sheet
from practices.sheets.outside import addresses
from practices.sheets.reading import Page, of_live

OWNER = "La coordination de la dynamique thématique"
LICENCE = "Licence Ouverte 2.0"


@login_not_required
@require_safe
def sheet_list(request: HttpRequest) -> HttpResponseBase:
    return list_page(request, SHEETS, CARDS, "fiche", "sheets/list.html", csv)


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The page; a former address leads to the new one, a withdrawn fiche says so."""
    sheet = published(slug)
    if sheet is None:
        return gone(request, Sheet, slug)
    page = of_live(sheet)
    context = {
        "page": page,
        "fictional": page.fictional,
        "foot": foot(page),
        "broken": broken_among(addresses(page.rows)),
    }
    return render(request, "sheets/detail.html", context)


def published(slug: str) -> Sheet | None:
    return Sheet.objects.published().select_related("contribution").filter(slug=slug).first()


def foot(page: Page) -> Foot:
    author = page.sheet.authors[0] if page.sheet.authors else OWNER
    return foot_of(page.sheet, author, OWNER, LICENCE, "Par la coordination")
