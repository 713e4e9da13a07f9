"""The list of practices, as a page or as a file."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from aict.listing import presentation, selection
from aict.listing.page import read_page
from aict.ui import remembered
from practices.cards import CARDS
from practices.exports import csv_response
from practices.listing import PRACTICES


@login_not_required
@require_safe
def practice_list(request: HttpRequest) -> HttpResponseBase:
    """Practices that answer the querystring; `format=csv` gives them as a spreadsheet."""
    try:
        asked = selection.read(PRACTICES, request.GET)
        if selection.read_format(request.GET) == "csv":
            return csv_response(request.GET)
        page = read_page(PRACTICES, asked)
    except selection.BadParameterError as error:
        return presentation.refused(request, error)
    pieces = presentation.pieces(PRACTICES, CARDS, page, "pratique")
    return remembered.page(request, "practices/practice_list.html", pieces)
