"""What every room's list and page answer alike."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from aict.listing import presentation, selection
from aict.listing.addresses import moved
from aict.listing.cards import Cards
from aict.listing.listed import Listed
from aict.listing.listing import Listing
from aict.listing.page import read_page
from aict.ui import remembered

ToCsv = Callable[[QueryDict], HttpResponseBase]


def list_page(
    request: HttpRequest, listing: Listing, cards: Cards, noun: str, template: str, to_csv: ToCsv
) -> HttpResponseBase:
    """Rows that answer the querystring; `format=csv` gives them as a spreadsheet."""
    try:
        asked = selection.read(listing, request.GET)
        if selection.read_format(request.GET) == "csv":
            return to_csv(request.GET)
        page = read_page(listing, asked)
    except selection.BadParameterError as error:
        return presentation.refused(request, error)
    pieces = presentation.pieces(listing, cards, page, noun)
    return remembered.page(request, template, pieces)


def gone(request: HttpRequest, model: type[Listed], slug: str) -> HttpResponseBase:
    """For an address that shows nothing (any more): where it moved, or since when it is withdrawn.

    Raises Http404 when it never was one."""
    if row := moved(model, slug):
        return redirect(row, permanent=True)
    row = model.objects.filter(slug=slug, archived_at__isnull=False).first()
    if row is None:
        raise Http404("Cette adresse ne mène à rien.")
    noun = model._meta.verbose_name
    context = {"day": row.archived_at, "noun": noun, "list_url": listing_address(row)}
    return render(request, "listing/withdrawn.html", context, status=410)


def listing_address(row: Listed) -> str:
    """The list a row is found in: one step up."""
    return row.get_absolute_url().rstrip("/").rsplit("/", 1)[0] + "/"
