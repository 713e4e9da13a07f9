"""The page of a funding line, with the practices that used it; and a montage begun from a practice."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from aict.links.models import broken_among
from aict.listing.foot import Foot, foot_of
from aict.listing.views import gone
from partnerships.enums import Body
from partnerships.forms.montage import MOST_LINES, plain
from partnerships.funding.reading import of_live
from partnerships.models import Following, Funding
from practices.models import FundingLine, Practice
from practices.sheets.quoting import QUOTED_BY, naming_funding

MOST_USERS = 8
LICENCE = "Licence Ouverte 2.0"


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The page; a former address leads to the new one, a withdrawn line says so."""
    found = Funding.objects.published().select_related("contribution")
    funding = found.filter(slug=slug).first()
    if funding is None:
        return gone(request, Funding, slug)
    context = {
        "page": of_live(funding),
        "fictional": funding.contribution.fictional,
        "foot": foot(funding),
        "broken": broken_among([funding.apply_url, funding.info_url, funding.source_url]),
        "users": users(funding),
        "sheets": naming_funding(funding),
        "quoted_by": QUOTED_BY,
        "following": following(request.user, funding),
        "tools": tools(request.user, funding),
    }
    return render(request, "pages/funding.html", context)


def foot(funding: Funding) -> Foot:
    owner = "La coordination de la dynamique thématique"
    return foot_of(funding, "AICT éco", owner, LICENCE, "Par la coordination")


def tools(user, funding: Funding):
    """What opens the coordination's buttons; empty for others."""
    coordinates = user.is_authenticated and user.is_coordinator
    return funding.contribution.token if coordinates else ""


def following(user, funding: Funding) -> bool | None:
    """None when nobody is signed in."""
    if not user.is_authenticated:
        return None
    return Following.objects.filter(user=user, funding=funding).exists()


def users(funding: Funding) -> list[FundingLine]:
    """The financing plans of published practices that name it, the newest first."""
    lines = FundingLine.objects.filter(funding=funding, practice__archived_at=None)
    joined = ("practice__territory", "practice__contribution")
    return list(lines.select_related(*joined).order_by("-practice__stamp")[:MOST_USERS])


@require_safe
def practices_of_mine(request: HttpRequest) -> HttpResponse:
    """One's published practices: each begins a montage with what it already says."""
    mine = Practice.objects.published().filter(contribution__editors=request.user)
    rows = mine.select_related("contribution").order_by("title")[:50]
    return render(request, "pages/montage_practices.html", {"practices": rows})


@login_not_required
@require_safe
def montage_of(request: HttpRequest, slug: str) -> HttpResponse:
    """The montage's address, filled with what a published practice says."""
    found = Practice.objects.published().select_related("territory")
    practice = get_object_or_404(found, slug=slug)
    return redirect(f"{reverse('funding:montage')}?{urlencode(told_by(practice))}")


def told_by(practice: Practice) -> list[tuple[str, str]]:
    territory = practice.territory
    body = territory.level if territory and territory.level in Body.values else ""
    pairs = [
        ("projet", practice.title),
        ("cout", plain(practice.budget_total or practice.budget_year)),
        ("debut", plain(practice.date_start)),
        ("fin", plain(practice.date_end)),
        ("porteur", body),
        ("categorie", practice.category),
        *[("pays", country.code) for country in practice.countries.all()],
    ]
    lines = practice.funding_lines.select_related("funding").order_by("order", "pk")
    for number, line in enumerate(lines[:MOST_LINES]):
        known = line.funding if line.funding and not line.funding.archived_at else None
        pairs.append((f"l{number}-ligne", known.slug if known else ""))
        pairs.append((f"l{number}-nom", "" if known else line.source[:120]))
        pairs.append((f"l{number}-montant", plain(line.amount)))
        pairs.append((f"l{number}-part", "" if line.amount is not None else plain(line.share)))
    return [(name, value) for name, value in pairs if value]
