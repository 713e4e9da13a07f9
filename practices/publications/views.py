"""The list of publications, and the page of one of them."""

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.links.models import broken_among
from aict.listing.foot import Foot, foot_of
from aict.listing.views import gone, list_page
from practices.publications.cards import CARDS
from practices.publications.exports import csv
from practices.publications.listing import PUBLICATIONS
from practices.publications.models import Publication
from practices.publications.reading import of_live
from practices.publications.words import citation

OWNER = "La coordination de la dynamique thématique"
LICENCE = "Cette notice\u202f: Licence Ouverte 2.0. Le document garde la licence de qui le publie."


@login_not_required
@require_safe
def publication_list(request: HttpRequest) -> HttpResponseBase:
    template = "publications/list.html"
    return list_page(request, PUBLICATIONS, CARDS, "publication", template, csv)


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The page; a former address leads to the new one, a withdrawn publication says so."""
    found = Publication.objects.published().select_related("contribution")
    publication = found.filter(slug=slug).first()
    if publication is None:
        return gone(request, Publication, slug)
    coordinates = request.user.is_authenticated and request.user.is_coordinator
    context = {
        "page": of_live(publication),
        "contribution": publication.contribution,
        "fictional": publication.contribution.fictional,
        "foot": foot(publication),
        "broken": broken_among([publication.link]),
        "tools": coordinates,
    }
    return render(request, "publications/detail.html", context)


def foot(publication: Publication) -> Foot:
    """The document is quoted, not our notice of it."""
    made = foot_of(publication, "AICT éco", OWNER, LICENCE, "Par la coordination")
    fictional = publication.contribution.fictional
    return replace(made, citation=citation(publication, made.address, fictional))
