"""The list of funding lines, and the note on the two public banks."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.listing.views import list_page
from partnerships.funding import convergence
from partnerships.funding.cards import CARDS
from partnerships.funding.exports import csv
from partnerships.funding.listing import FUNDING


@login_not_required
@require_safe
def funding_list(request: HttpRequest) -> HttpResponseBase:
    return list_page(request, FUNDING, CARDS, "financement", "partnerships/funding_list.html", csv)


@login_not_required
@require_safe
def convergence_note(request: HttpRequest) -> HttpResponseBase:
    """What is known of the convergence of Caisse des dépôts and AFD, each fact with its source."""
    crumbs = [("Financements", "/financements/"), ("Caisse des dépôts et AFD", "")]
    context = {"facts": convergence.FACTS, "read_on": convergence.READ_ON, "crumbs": crumbs}
    return render(request, "partnerships/funding_convergence.html", context)
