"""One territory: what it does, with whom, who is like it. It combines the rooms."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aict.listing import presentation
from aict.listing.cards import Cards, joined
from aict.listing.listed import ListedQuerySet
from aict.listing.selection import BadParameterError
from aict.pages import territory_words as words
from aict.taxonomies.enums import Level
from aict.territories.lookup import TERRITORY_KEY
from aict.territories.models import Territory
from aict.territories.scenes import WORLD
from aict.territories.suggestions import EVERYWHERE, problem_with, suggest
from partnerships import cards as partnership_cards
from partnerships.actors.cards import CARDS as ACTOR_CARDS
from partnerships.listing import PARTNERSHIPS
from partnerships.map.atlas import Atlas, atlas_of
from partnerships.map.drawing import drawing
from partnerships.map.tally import most_linked, tally
from partnerships.models import Actor, Funding, Partnership
from practices import cards as practice_cards
from practices.models import Practice

MOST, MOST_PARTNERSHIPS = 6, 10
PARENTS = ("departement", "region", "epci", "ept", "successor", "carried_by")


@login_not_required
@require_safe
def territory(request: HttpRequest, key: str) -> HttpResponse:
    """Its page, under its own key for ever: a territory that ended says who took over."""
    if not TERRITORY_KEY.fullmatch(key):
        raise Http404(_("Cette adresse ne désigne aucun territoire."))
    place = with_parents(get_object_or_404(Territory.objects.select_related("country"), key=key))
    atlas = atlas_of(PARTNERSHIPS.current())
    known = gathered(place, atlas)
    context = {
        "territory": place,
        "identity": words.identity(place),
        "notice": words.notice(place),
        "locator": words.locator(place),
        "known": known,
        "coverage": words.coverage(place, known),
        "comparables": words.comparables(place, atlas),
        "around": words.around(place),
    }
    return render(request, "pages/territory.html", context)


def with_parents(place: Territory) -> Territory:
    """With what it belongs to, in one query: PostgreSQL plans so many joins slower than it runs them."""
    ids = {name: getattr(place, f"{name}_id") for name in PARENTS}
    found = Territory.objects.in_bulk(set(filter(None, ids.values())))
    for name, pk in ids.items():
        setattr(place, name, found.get(pk))
    return place


@dataclass(frozen=True)
class Known:
    """What the base holds of a territory, its areas and those it took over from."""

    practices: str
    practice_count: int
    partnerships: str
    partnership_count: int
    verified: int
    map: object | None
    actors: str
    actor_count: int
    funding: int
    before: list[str]

    @property
    def empty(self) -> bool:
        return not (self.practice_count or self.partnership_count or self.actor_count)


def gathered(place: Territory, atlas: Atlas) -> Known:
    """Every figure is counted on what is published now."""
    held = Q(successor=place) | Q(carried_by=place)
    others = list(Territory.objects.filter(held).order_by("name").values_list("pk", "name"))
    ids = [place.pk, *(pk for pk, _name in others)]
    links = sorted({link for pk in ids for link in atlas.links_of(pk)})
    partnerships = Partnership.objects.published().filter(pk__in=links)
    verified = Count("pk", filter=Q(contribution__verified_on__isnull=False))
    practices = practices_of(place, ids)
    actors = Actor.objects.published().filter(seats(place, ids))
    return Known(
        practices=latest(practices, practice_cards.CARDS, MOST),
        practice_count=practices.count(),
        partnerships=latest(partnerships, partnership_cards.CARDS, MOST_PARTNERSHIPS),
        partnership_count=len(links),
        verified=partnerships.aggregate(n=verified)["n"],
        map=arcs(place, atlas, links),
        actors=latest(actors, ACTOR_CARDS, MOST),
        actor_count=actors.count(),
        funding=eligible(place).count() if place.level != Level.FOREIGN else 0,
        before=[name for _pk, name in others if place.level == Level.COMMUNE],
    )


def practices_of(place: Territory, ids: list[int]) -> ListedQuerySet:
    """Its own; for a territory abroad, those it is a partner of."""
    mine = Q(partner_territories__in=ids) if place.level == Level.FOREIGN else Q(territory__in=ids)
    return Practice.objects.published().filter(mine).distinct()


def seats(place: Territory, ids: list[int]) -> Q:
    """Seated there, or inside a département or a région."""
    inside = Q(seat__in=ids)
    if place.level in {Level.DEPARTEMENT, Level.REGION}:
        inside |= Q(**{f"seat__{place.level}": place})
    return inside


def eligible(place: Territory) -> QuerySet:
    return Funding.objects.published().filter(bodies__overlap=place.levels)


def latest(rows: ListedQuerySet, cards: Cards, most: int) -> str:
    """The last ones, as the items of a list."""
    found = cards.of(rows.newest_first().values_list("pk", "stamp")[:most])
    return joined(f"<li>{card.html()}</li>" for card in found.values())


def arcs(place: Territory, atlas: Atlas, links: list[int]):
    """The drawing of its links; None when there is nothing to link."""
    here = atlas.places.get(place.pk)
    if here is None or here.longitude is None:
        return None
    return drawing(atlas, tally(atlas, links), WORLD, here, close=True)


@login_not_required
@require_safe
def finder(request: HttpRequest) -> HttpResponse:
    """`?q=` a name, a code or a SIREN → the territories it may mean; the only one is opened."""
    typed = (request.GET.get("q") or request.GET.get("q_texte") or "").strip()
    if problem := problem_with(typed):
        return presentation.refused(request, BadParameterError("q", problem))
    if TERRITORY_KEY.fullmatch(typed) and Territory.objects.filter(key=typed).exists():
        return redirect("territory", key=typed)
    found = suggest(typed, EVERYWHERE, 20) if typed else []
    exact = [suggestion for suggestion in found if suggestion.exact]
    if len(exact) == 1:
        return redirect("territory", key=exact[0].key)
    atlas = atlas_of(PARTNERSHIPS.current())
    ranked = most_linked(atlas, tally(atlas, atlas.parties), abroad=False, most=12)
    context = {"q": typed, "found": found, "ranked": ranked}
    return render(request, "pages/territories.html", context)
