"""The list of partnerships, as a page or as a file; the versions of one of them."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from aict.listing.views import list_page
from partnerships.cards import CARDS
from partnerships.exports import csv
from partnerships.listing import PARTNERSHIPS


@login_not_required
@require_safe
def partnership_list(request: HttpRequest) -> HttpResponseBase:
    template = "partnerships/partnership_list.html"
    return list_page(request, PARTNERSHIPS, CARDS, "partenariat", template, csv)
