"""The list of fiches, and what the page of one of them shows."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from aict.links.models import broken_among
from aict.listing.foot import Foot, foot_of
from aict.listing.views import list_page
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


def shown(sheet: Sheet) -> dict:
    """What parts/page.html shows of a fiche on line."""
    page = of_live(sheet)
    return {
        "page": page,
        "fictional": page.fictional,
        "foot": foot(page),
        "broken": broken_among(addresses(page.rows)),
    }


def published(slug: str) -> Sheet | None:
    return Sheet.objects.published().select_related("contribution").filter(slug=slug).first()


def foot(page: Page) -> Foot:
    author = page.sheet.authors[0] if page.sheet.authors else OWNER
    return foot_of(page.sheet, author, OWNER, LICENCE, "Par la coordination")
