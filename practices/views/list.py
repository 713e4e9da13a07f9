"""The list of practices, as a page or as a file."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from aict.listing.views import list_page
from practices.cards import CARDS
from practices.exports import csv
from practices.listing import PRACTICES


@login_not_required
@require_safe
def practice_list(request: HttpRequest) -> HttpResponseBase:
    return list_page(request, PRACTICES, CARDS, "pratique", "practices/practice_list.html", csv)
