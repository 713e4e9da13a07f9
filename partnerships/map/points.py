"""The points and links of a map as columns of short values, for static/js/map/points.js. Pure."""

from collections.abc import Mapping

from aict.territories.scenes import FRANCE, Scene
from partnerships.map.atlas import Atlas, Place
from partnerships.map.tally import Tally


def columns(atlas: Atlas, found: Tally, scene: Scene, names: Mapping[str, str]) -> dict:
    """x, y, names, keys, totals and countries (0 in France) of the places that `scene` shows; `l` the
    pairs of places, `m` the partnerships of three and more; `pays` {code: [name, partnerships]}."""
    shown = [place for place in atlas.places.values() if stands(place, scene, found)]
    numbers = {place.pk: number for number, place in enumerate(shown)}
    points = [scene.place(p.longitude, p.latitude) for p in shown if p.longitude is not None]  # type: ignore[arg-type]
    pairs, networks = linked(found, numbers)
    areas = found.departements if scene is FRANCE else found.countries
    return {
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "n": [place.name for place in shown],
        "k": [place.key for place in shown],
        "t": [found.places[place.pk] for place in shown],
        "c": [place.country or 0 for place in shown],
        "l": [number for pair in sorted(pairs) for number in pair],
        "m": networks,
        "pays": {code: [names.get(code, code), n] for code, n in sorted(areas.items())},
    }


def stands(place: Place, scene: Scene, found: Tally) -> bool:
    """In the drawing: it takes part, its point is known, and the France one shows France."""
    known = place.pk in found.places and place.longitude is not None
    return known and not (scene is FRANCE and place.country)


def linked(found: Tally, numbers: Mapping[int, int]) -> tuple[list[tuple[int, int]], list]:
    pairs, networks = [], []
    for parties in found.links:
        known = sorted(numbers[pk] for pk in parties if pk in numbers)
        if len(known) == 2:
            pairs.append((known[0], known[1]))
        elif len(known) > 2:
            networks.append(known)
    return pairs, networks
