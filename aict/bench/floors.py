"""What no list can beat with the same tools: Django around nothing, Django around its template."""

from collections.abc import Mapping
from functools import cache

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from aict.listing import presentation, selection
from aict.listing.page import read_page
from practices.cards import CARDS
from practices.listing import PRACTICES


@login_not_required
def nothing(request: HttpRequest) -> HttpResponse:
    """As many bytes as a list page, made of nothing."""
    return HttpResponse(padding())


@login_not_required
def template(request: HttpRequest) -> HttpResponse:
    """The list's template, on data read once."""
    return render(request, "practices/practice_list.html", constant())


@cache
def padding() -> str:
    return "x" * 60_000


@cache
def constant() -> Mapping[str, str]:
    page = read_page(PRACTICES, selection.read(PRACTICES, QueryDict("")))
    return presentation.pieces(PRACTICES, CARDS, page, "pratique")
