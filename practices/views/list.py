"""The list of practices, its export and its feed."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.listing import presentation, selection
from aict.listing.page import read_page
from practices.cards import CARDS
from practices.exports import csv_response
from practices.listing import PRACTICES

ADDRESSES = {"list_url": "/pratiques/", "feed_url": "/pratiques/flux.atom"}


@login_not_required
@require_safe
def practice_list(request: HttpRequest) -> HttpResponseBase:
    """Practices that answer the querystring, as a page or as a file (`format=csv`)."""
    try:
        asked = selection.read(PRACTICES, request.GET)
        if selection.read_format(request.GET) == "csv":
            return csv_response(request.GET)
        page = read_page(PRACTICES, asked)
    except selection.BadParameterError as error:
        return presentation.refused(request, error)
    context = presentation.context(PRACTICES, CARDS, page, "pratique")
    return render(request, "practices/practice_list.html", {**context, **ADDRESSES})
