"""A need: what the survey says of it, what the site holds for it, what was done of the answers."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from aict.alerts.models import Subscription
from aict.listing.cards import joined
from aict.listing.needs import NeedSection, sections_of
from aict.listing.page import first_of
from aict.pages.navigation import exists
from aict.taxonomies.definitions import NeedDoors, need_doors
from aict.taxonomies.models import Need
from aict.ui.numbers import count
from surveys.followup.models import FollowUp
from surveys.followup.standing import shown
from surveys.results.needs import Said, said

SHOWN = 3
# Fewer followers are not told: they might be known.
FEWEST = 5


@dataclass(frozen=True)
class Door:
    """A list that answers the need: how many rows, and the first ones."""

    words: str
    address: str
    counted: str
    total: int
    entries: str


def door(part: NeedSection) -> Door:
    page = first_of(part.section.listing, part.selection, SHOWN)
    cards = part.section.cards.of(page.rows)
    return Door(
        part.words,
        part.address,
        count(page.total, part.section.noun),
        page.total,
        joined(f"<li>{card.html()}</li>" for card in cards.values()),
    )


def followers(need: Need) -> str:
    """« 12 personnes suivent ce besoin »; nothing under five."""
    n = Subscription.objects.in_force().filter(need=need).count()
    return f"{count(n, 'personne')} suivent ce besoin" if n >= FEWEST else ""


@login_not_required
@require_safe
def needs(request: HttpRequest) -> HttpResponse:
    """Every need, in its own words, with what the last published survey says of it."""
    told = {slug: found[0] for slug, found in said().items()}
    asked = [(need, told.get(need.slug)) for need in Need.objects.in_use()]
    surveys = {one.survey.pk: one for one in told.values()}
    context = {"needs": sorted(asked, key=least), "sources": list(surveys.values())}
    return render(request, "pages/needs.html", context)


def least(row: tuple[Need, Said | None]) -> float:
    """The most asked for first, then those of which no share is told, in their own order."""
    _need, told = row
    return -(told.first.share or 0) if told else 0


@login_not_required
@require_safe
def need(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Need.objects.in_use(), slug=slug)
    doors = [door(part) for part in sections_of(slug)]
    ways = need_doors().get(slug, NeedDoors()).ways
    follow_ups = FollowUp.objects.on_line().filter(need=found)
    context = {
        "need": found,
        "doors": [one for one in doors if one.total],
        "ways": [(words, path) for words, path in ways if exists(path)],
        "followers": followers(found),
        "said": said().get(slug, []),
        "follow_ups": shown(follow_ups),
        "others": Need.objects.in_use().exclude(pk=found.pk),
    }
    return render(request, "pages/need.html", context)
