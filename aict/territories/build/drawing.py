"""static/geo/world.svg from the TopoJSON of countries: one path a country, its ISO code as id.

    python -m aict.territories.build.drawing

Source: Natural Earth by npm world-atlas (public domain), borders as drawn by the United Nations.
"""

import json
from pathlib import Path

from aict.territories.projection import HEIGHT, WIDTH, project

GEO = Path(__file__).parents[3] / "static" / "geo"


def arcs(topology: dict) -> list[list[tuple[float, float]]]:
    """Arcs as projected points."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(project(x * sx + tx, y * sy + ty))
        decoded.append(points)
    return decoded


def ring(indexes: list[int], known: list) -> str:
    points: list[tuple[float, float]] = []
    for index in indexes:
        part = known[index] if index >= 0 else known[~index][::-1]
        points += part[1:] if points else part
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "Z"


def path(geometry: dict, known: list) -> str:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return "".join(ring(r, known) for polygon in polygons for r in polygon)


def main() -> None:
    topology = json.loads((GEO / "world-countries-110m-onu.topo.json").read_text())
    known = arcs(topology)
    (layer,) = topology["objects"].values()
    paths = [
        f'<path id="{g["properties"]["iso2"]}" d="{path(g, known)}"/>'
        for g in layer["geometries"]
        if g["properties"]["iso2"] != "AQ"
    ]
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><g id="land">{"".join(paths)}</g></svg>'
    (GEO / "world.svg").write_text(svg)


if __name__ == "__main__":
    main()
