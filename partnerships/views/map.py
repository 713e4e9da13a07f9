"""Partnerships on a map: the page, for the world and for France, and its points for the screen."""

import gzip
import json
from collections.abc import Mapping

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from aict.listing import presentation, selection
from aict.listing.page import Page, read_page
from aict.listing.selection import BadParameterError
from aict.territories.lookup import TERRITORY_KEY
from aict.territories.models import Territory
from aict.territories.scenes import FRANCE, SCENES, WORLD, Scene
from aict.territories.suggestions import EVERYWHERE, problem_with, suggest
from aict.territories.widgets import Combobox
from aict.ui import remembered
from aict.ui.numbers import count
from partnerships.cards import CARDS
from partnerships.listing import PARTNERSHIPS
from partnerships.map import side
from partnerships.map.atlas import Atlas, atlas_of
from partnerships.map.drawing import drawing
from partnerships.map.points import columns
from partnerships.map.tally import Tally, tally

CHOSEN = "territoire"


@login_not_required
@require_safe
def world(request: HttpRequest) -> HttpResponse:
    """Partner territories abroad, that answer the querystring of the list."""
    return shown(request, WORLD, "partnerships/map_world.html")


@login_not_required
@require_safe
def france(request: HttpRequest) -> HttpResponse:
    """French territories that have partnerships answering the querystring of the list."""
    return shown(request, FRANCE, "partnerships/map_france.html")


def shown(request: HttpRequest, scene: Scene, template: str) -> HttpResponse:
    try:
        page = read_page(PARTNERSHIPS, selection.read(PARTNERSHIPS, request.GET))
        typed = asked_territory(request)
    except BadParameterError as error:
        return presentation.refused(request, error)
    return remembered.page(request, template, pieces(page, scene, typed))


def pieces(page: Page, scene: Scene, typed: str) -> Mapping[str, str]:
    """The pieces of a list, and those of the map; `typed` is a territory's key, or a name."""
    atlas = atlas_of(page.snapshot)
    found = tally_of(atlas, page)
    territory = chosen(typed)
    if typed and territory is None:
        beside = side.doubts(typed, page.selection)
    elif territory:
        beside = side.one(page, atlas, found, territory)
    else:
        beside = side.everything(page, atlas, found, scene)
    key = territory.key if territory else typed
    finder = Combobox(scope=EVERYWHERE).render(CHOSEN, key, {"id": "territoire-texte"})
    return {
        **presentation.pieces(PARTNERSHIPS, CARDS, page, "partenariat"),
        "count_words": count(page.total, "partenariat"),
        "drawing": drawn(atlas, found, page, scene, territory),
        "side": render_to_string("partnerships/map_side.html", {"side": beside}),
        "finder": finder,
        "chosen": territory.key if territory else "",
    }


def tally_of(atlas: Atlas, page: Page) -> Tally:
    asked = ("tally", page.selection.query())
    return atlas.remembered(asked, lambda: tally(atlas, page.snapshot.ids_of(page.found)))


def drawn(atlas: Atlas, found: Tally, page: Page, scene: Scene, territory: Territory | None) -> str:
    """The drawing, made once for the same filters while nothing changes."""
    place = atlas.places.get(territory.pk) if territory else None

    def make() -> str:
        name = _("Carte : %s.") % count(page.total, "partenariat")
        context = {"drawing": drawing(atlas, found, scene, place), "name": name}
        return render_to_string("partnerships/map_drawing.html", context)

    key = place.key if place else ""
    return atlas.remembered((scene.name, page.selection.query(), key, get_language()), make)


def asked_territory(request: HttpRequest) -> str:
    """A key, or the name typed where scripts do not run; "" when none is asked."""
    typed = (request.GET.get(CHOSEN) or request.GET.get(f"{CHOSEN}_texte") or "").strip()
    if problem := problem_with(typed):
        raise BadParameterError(CHOSEN, problem)
    return typed


def chosen(typed: str) -> Territory | None:
    """The territory of that key, or the only one of that name."""
    if typed and not TERRITORY_KEY.fullmatch(typed):
        exact = [s.key for s in suggest(typed, EVERYWHERE, 8) if s.exact]
        typed = exact[0] if len(exact) == 1 else ""
    return Territory.objects.with_places().filter(key=typed).first() if typed else None


@login_not_required
@require_safe
@gzip_page
def points(request: HttpRequest) -> HttpResponse:
    """`?vue=` monde (default) or france, and the filters of the list → columns of points and links."""
    scene = SCENES.get(request.GET.get("vue") or WORLD.name)
    try:
        if scene is None:
            raise BadParameterError("vue", _("Cette vue n’existe pas."))
        page = read_page(PARTNERSHIPS, selection.read(PARTNERSHIPS, request.GET))
    except BadParameterError as error:
        return JsonResponse({"error": str(error)}, status=400)
    return columns_response(request, atlas_of(page.snapshot), page, scene)


def columns_response(request: HttpRequest, atlas: Atlas, page: Page, scene: Scene) -> HttpResponse:
    """The columns as JSON; those of the whole list are kept, ready to travel, while nothing changes."""

    def make() -> bytes:
        names = PARTNERSHIPS.labels()["departement" if scene is FRANCE else "pays"]
        told = columns(atlas, tally_of(atlas, page), scene, names)
        return json.dumps(told, separators=(",", ":"), ensure_ascii=False).encode()

    if page.selection.pairs():
        return HttpResponse(make(), content_type="application/json")
    whole = ("points", scene.name, get_language())
    packed = atlas.remembered(whole, lambda: gzip.compress(make(), 6, mtime=0))
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(gzip.decompress(packed), content_type="application/json")
    headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return HttpResponse(packed, content_type="application/json", headers=headers)
