"""The map as the server draws it: for paper, and for browsers without script. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, sqrt

from aict.territories.scenes import FRAMES, FRANCE, WORLD, Scene
from partnerships.map.atlas import Atlas, Place
from partnerships.map.points import stands
from partnerships.map.tally import Tally

# Beyond so many partnerships, a darker shade. static/js/map/view.js has the same.
SHADES = (4, 19, 99)
# Two marks are at least this far apart, in parts of the drawing's width.
NEAR = 1 / 32
FRAMED = {frame.code for frame in FRAMES}


@dataclass
class Mark:
    """A point, or several near one another."""

    place: Place
    x: int
    y: int
    total: int
    members: int = 1

    @property
    def side(self) -> str:
        return "there" if self.place.country else "here"


@dataclass(frozen=True)
class Drawing:
    """What templates/partnerships/map_drawing.html draws. Sizes are in the scene's units."""

    scene: Scene
    shades: list[tuple[str, str]]
    marks: list[dict]
    arcs: list[str]
    framed: bool
    box: str
    numbers: int


def drawing(
    atlas: Atlas, found: Tally, scene: Scene, chosen: Place | None = None, close: bool = False
) -> Drawing:
    """Shaded areas and marks; the links of `chosen` alone when there is one, seen `close` perhaps."""
    areas = found.departements if scene is FRANCE else found.countries
    shades = [(code, shade(n)) for code, n in sorted(areas.items()) if drawn(code, scene)]
    if chosen and chosen.longitude is not None:
        ends = [atlas.places[pk] for pk in found.around(chosen.pk)]
        places = [place for place in [chosen, *ends] if stands(place, scene, found)]
        marks = [mark(place, scene, found) for place in places]
        arcs = [arc(marks[0], other) for other in marks[1:]] if places[:1] == [chosen] else []
    else:
        marks, arcs = gathered(atlas, found, scene), []
    left, top, width, height = around(marks, scene) if close else (0, 0, scene.width, scene.height)
    unit = width / 880
    box = f"{left} {top} {width} {height}"
    shown = [told(m, unit) for m in marks]
    return Drawing(scene, shades, shown, arcs, scene is FRANCE, box, round(11 * unit))


def around(marks: list[Mark], scene: Scene) -> tuple[int, int, int, int]:
    """The part of the drawing that holds these marks, with some land around, twice as wide as high."""
    xs, ys = [m.x for m in marks], [m.y for m in marks]
    width = round(max((max(xs) - min(xs)) * 1.25, (max(ys) - min(ys)) * 2.8, scene.width / 4))
    width = min(width, scene.width)
    height = min(width // 2, scene.height)
    left = (max(xs) + min(xs) - width) // 2
    top = (max(ys) + min(ys) - height) // 2
    return (
        max(0, min(left, scene.width - width)),
        max(0, min(top, scene.height - height)),
        width,
        height,
    )


def drawn(code: str, scene: Scene) -> bool:
    return scene is WORLD or len(code) == 2 or code in FRAMED


def shade(total: int) -> str:
    return f"t{sum(total > most for most in SHADES) + 1}"


def mark(place: Place, scene: Scene, found: Tally) -> Mark:
    x, y = scene.place(place.longitude or 0, place.latitude or 0)
    return Mark(place, x, y, found.places[place.pk])


def gathered(atlas: Atlas, found: Tally, scene: Scene) -> list[Mark]:
    """The most linked territories, each with those near it. The world shows partners abroad."""
    places = (atlas.places[pk] for pk, _ in found.places.most_common())
    shown = [p for p in places if stands(p, scene, found) and (scene is FRANCE or p.country)]
    return grouped((mark(place, scene, found) for place in shown), scene.width * NEAR)


def grouped(marks: Iterable[Mark], radius: float) -> list[Mark]:
    """Each mark joins the nearest of those kept before it, or is kept."""
    cells: dict[tuple[int, int], list[Mark]] = {}
    kept = []
    for one in marks:
        column, row = floor(one.x / radius), floor(one.y / radius)
        around = [(column + a, row + b) for a in (-1, 0, 1) for b in (-1, 0, 1)]
        near = [(away(one, other), other) for cell in around for other in cells.get(cell, ())]
        least = min(near, key=lambda pair: pair[0], default=None)
        if least and least[0] < radius:
            least[1].total += one.total
            least[1].members += one.members
        else:
            kept.append(one)
            cells.setdefault((column, row), []).append(one)
    return kept


def away(one: Mark, other: Mark) -> float:
    return sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2)


def told(one: Mark, unit: float) -> dict:
    grown = sqrt(one.total)
    size = 4 + min(4, grown * 0.7) if one.members == 1 else 9 + min(11, grown * 0.45)
    half = round(size * unit * 0.9)
    return {
        "x": one.x,
        "y": one.y,
        "side": one.side,
        "radius": round(size * unit),
        "half": half,
        "full": half * 2,
        "corner": half // 3,
        "number": one.total if one.members > 1 else 0,
        "name": one.place.name,
    }


def arc(start: Mark, end: Mark) -> str:
    """A link bent towards the top of the map."""
    dx, dy = end.x - start.x, end.y - start.y
    bend = -0.18 if dx < 0 else 0.18
    x, y = (start.x + end.x) / 2 + dy * bend, (start.y + end.y) / 2 - dx * bend
    return f"M{start.x} {start.y}Q{x:.0f} {y:.0f} {end.x} {end.y}"
