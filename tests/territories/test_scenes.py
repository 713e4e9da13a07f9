"""Points fall where the drawings have them."""

import re
from pathlib import Path

import pytest

from aict.territories.scenes import FRAMES, FRANCE, SCENES, WORLD, frame_of
from tests.territories.test_data import rows

STATIC = Path(__file__).parents[2] / "static"
SHAPE = re.compile(r'<path id="([0-9A-Z]+)" d="M(\d+) (\d+)')


def shapes(scene) -> dict[str, tuple[int, int]]:
    """{code: the first point of its drawing}."""
    text = (STATIC / scene.file).read_text()
    return {code: (int(x), int(y)) for code, x, y in SHAPE.findall(text)}


def points(scene, code: str) -> list[tuple[int, int]]:
    """Every point of a shape of the drawing."""
    text = (STATIC / scene.file).read_text()
    found = []
    for ring in re.search(rf'id="{code}" d="([^"]+)"', text)[1].removesuffix("z").split("z"):
        x, y, *moves = map(int, re.findall(r"-?\d+", ring))
        found.append((x, y))
        for dx, dy in zip(moves[::2], moves[1::2], strict=True):
            found.append((x := x + dx, y := y + dy))
    return found


def test_every_departement_and_overseas_territory_is_drawn():
    departements = {r["code"] for r in rows("FRANCE") if r["level"] == "departement"}
    assert departements - shapes(FRANCE).keys() == {"984", "989"}  # nobody lives there


def test_countries_with_partners_are_drawn():
    drawn = shapes(WORLD).keys()
    assert drawn >= {"MA", "DE", "CV", "MT", "SG", "XK", "PS", "TW", "EH", "NA"}
    known = {row["code"] for row in rows("COUNTRIES")}
    assert drawn - known == set()


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_each_shape_stands_in_the_drawing(scene):
    assert all(0 <= x <= scene.width and 0 <= y <= scene.height for x, y in shapes(scene).values())


@pytest.mark.parametrize(
    ("departement", "side", "longitude", "latitude"),
    [
        ("59", "north", 2.545, 51.089),  # Bray-Dunes
        ("66", "south", 2.53, 42.333),  # Lamanère
        ("67", "east", 8.231, 48.966),  # Lauterbourg
        ("64", "west", -1.789, 43.37),  # Hendaye
    ],
)
def test_capes_of_the_mainland(departement, side, longitude, latitude):
    x, y = FRANCE.place(longitude, latitude)
    xs, ys = zip(*points(FRANCE, departement), strict=True)
    drawn = {"north": min(ys) - y, "south": max(ys) - y, "east": max(xs) - x, "west": min(xs) - x}
    assert abs(drawn[side]) < 20


def test_an_overseas_town_falls_in_its_frame():
    assert frame_of(55.45, -20.88).code == "974"
    for frame in FRAMES:
        left, top = frame.corner
        x, y = FRANCE.place(*frame.middle)
        assert left < x < left + 900
        assert top < y < top + 900


def test_every_french_point_stands_in_the_drawing():
    for row in rows("FRANCE"):
        if row["latitude"]:
            x, y = FRANCE.place(float(row["longitude"]), float(row["latitude"]))
            assert 0 <= x <= FRANCE.width, row["name"]
            assert 0 <= y <= FRANCE.height, row["name"]


def test_the_files_are_small():
    assert sum((STATIC / scene.file).stat().st_size for scene in SCENES.values()) < 200_000
