"""What is drawn, and how much of it travels."""

import gzip
import json
import random
from pathlib import Path

import pytest

from aict.territories.scenes import FRANCE, WORLD
from partnerships.map.atlas import Atlas, Place
from partnerships.map.drawing import Mark, drawing, grouped, shade
from partnerships.map.points import columns
from partnerships.map.tally import most_linked, tally
from tests.territories.test_data import rows

BASE = Path(__file__).parents[2]


def place(pk, name="", country="", longitude=2.0, latitude=48.0, departement=""):
    return Place(
        pk, f"commune-{pk}", name or f"Ville {pk}", country, departement, longitude, latitude
    )


def mark(x, y=0, total=1):
    return Mark(place(x), x, y, total)


def test_near_marks_join_the_one_before_them():
    marks = grouped([mark(0, total=9), mark(50), mark(140), mark(260)], radius=100)
    assert [(m.x, m.total, m.members) for m in marks] == [(0, 10, 2), (140, 1, 1), (260, 1, 1)]


@pytest.mark.parametrize(("total", "class_"), [(1, "t1"), (5, "t2"), (20, "t3"), (100, "t4")])
def test_shades_darken_with_the_number(total, class_):
    assert shade(total) == class_


def test_shades_are_those_of_the_script():
    assert "[4, 19, 99]" in (BASE / "static/js/map/view.js").read_text()


def test_a_country_counts_a_partnership_once():
    atlas = Atlas(
        {1: (1, 2, 3)},
        {1: place(1, departement="38"), 2: place(2, country="MA"), 3: place(3, country="MA")},
    )
    found = tally(atlas, [1, 99])
    assert found.countries == {"MA": 1}
    assert found.departements == {"38": 1}
    assert [p.pk for p, _ in most_linked(atlas, found, abroad=True, most=1)] == [2]


def test_the_drawing_of_nothing_is_a_map():
    empty = drawing(Atlas({}, {}), tally(Atlas({}, {}), []), WORLD)
    assert (empty.shades, empty.marks, empty.arcs) == ([], [], [])


def seeded(count: int) -> Atlas:
    """`count` links between towns of the reference data, most of them of their own."""
    chance = random.Random(7)
    places, parties = {}, {}
    known = {"FRANCE": [], "FOREIGN": []}
    for name, kept in known.items():
        for row in rows(name):
            if row["latitude"] and int(row["population"] or 0) > 5_000:
                pk = len(places) + 1
                level = row.get("level", "etranger")
                at = float(row["longitude"]), float(row["latitude"])
                places[pk] = Place(
                    pk, f"{level}-{row['code']}", row["name"], row.get("country", ""), "", *at
                )
                kept.append(pk)
    for pk in range(count):
        parties[pk] = (chance.choice(known["FRANCE"]), chance.choice(known["FOREIGN"]))
    return Atlas(parties, places)


def test_five_thousand_links_travel_in_less_than_300_kb():
    atlas = seeded(5_000)
    found = tally(atlas, atlas.parties)
    told = {scene.name: columns(atlas, found, scene, {}) for scene in (WORLD, FRANCE)}
    data = json.dumps(told, separators=(",", ":"), ensure_ascii=False).encode()
    files = [BASE / "static" / scene.file for scene in (WORLD, FRANCE)]
    files += (BASE / "static/js/map").glob("*.js")
    size = sum(len(gzip.compress(content)) for content in [data, *(f.read_bytes() for f in files)])
    assert size < 300_000
