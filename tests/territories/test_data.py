"""The committed files: what the official division holds, and nothing lost on the way."""

import csv
from collections import Counter
from functools import cache

import pytest

from aict.territories import loader
from aict.territories.names import searched


@cache
def rows(name: str) -> list[dict]:
    path = getattr(loader, name)
    return list(csv.DictReader(line.decode() for line in loader.read(path)))


def current() -> list[dict]:
    return [row for row in rows("FRANCE") if not row["valid_to"]]


def by_key() -> dict[str, dict]:
    return {f"{row['level']}-{row['code']}": row for row in rows("FRANCE")}


def test_counts_of_the_2026_division():
    assert Counter(row["level"] for row in current()) == {
        "commune": 34_969,
        "epci": 1_244,  # 1,233 with their own taxes and 11 EPT
        "metropole": 21,
        "departement": 109,
        "region": 26,
        "statut-particulier": 13,  # with the Métropole de Lyon: 1,266 groupings in all
    }
    assert Counter(r["kind"] for r in current() if r["level"] == "epci") == {
        "cc": 989,
        "ca": 230,
        "cu": 14,
        "ept": 11,
    }


def test_keys_are_unique():
    assert len(by_key()) == len(rows("FRANCE"))
    assert len({row["code"] for row in rows("FOREIGN")}) == len(rows("FOREIGN"))


def test_parents_and_successors_exist():
    known = by_key()
    for row in rows("FRANCE"):
        for parent in ("departement", "region", "epci", "ept", "successor", "carried_by"):
            assert not row[parent] or row[parent] in known, row
        assert bool(row["valid_to"]) == bool(row["successor"])


def test_communes_have_departement_region_and_siren():
    communes = [row for row in current() if row["level"] == "commune"]
    assert all(row["departement"] and row["region"] for row in communes)
    assert sum(not row["siren"] for row in communes) == 94
    # Nine on islands, and 89 overseas, are in no grouping.
    assert sum(not row["epci"] for row in communes) == 98


def test_populations_add_up():
    totals = Counter()
    for row in current():
        if row["level"] != "epci":
            totals[row["level"]] += int(row["population"] or 0)
    lyon = int(by_key()["statut-particulier-69M"]["population"])
    assert totals["commune"] == totals["region"] == 68_952_941
    # The département du Rhône does not govern the Métropole de Lyon.
    assert totals["departement"] == totals["commune"] - lyon


def test_most_people_live_in_a_placed_commune():
    communes = [row for row in current() if row["level"] == "commune"]
    placed = sum(int(r["population"] or 0) for r in communes if r["approximate"] == "0")
    assert placed / 68_952_941 > 0.9
    assert sum(not row["latitude"] for row in communes) <= 8


@pytest.mark.parametrize(
    ("area", "authority"),
    [
        ("commune-75056", "statut-particulier-75C"),
        ("departement-75", "statut-particulier-75C"),
        ("departement-67", "statut-particulier-6AE"),
        ("departement-2B", "statut-particulier-20R"),
        ("region-94", "statut-particulier-20R"),
        ("region-02", "statut-particulier-972"),
        ("departement-976", "statut-particulier-976"),
    ],
)
def test_single_authorities_carry_their_areas(area, authority):
    row = by_key()[area]
    assert (row["carried_by"], row["is_authority"]) == (authority, "0")
    assert row["siren"] == by_key()[authority]["siren"]


def test_same_code_is_two_territories():
    assert by_key()["region-01"]["name"] == "Guadeloupe"
    assert by_key()["departement-01"]["name"] == "Ain"


def test_siren_control_digit():
    for row in current():
        digits = [int(digit) for digit in reversed(row["siren"])]
        doubled = [d if n % 2 == 0 else sum(divmod(2 * d, 10)) for n, d in enumerate(digits)]
        assert sum(doubled) % 10 == 0, row


def test_names_are_compared_as_they_will_be_typed():
    for row in rows("FRANCE")[::50]:
        others = filter(None, row["other_names"].split("|"))
        assert row["search"] == searched(row["level"], row["name"], others)
    for row in rows("FOREIGN"):
        assert row["search"].split("|")[0]


def test_namibia_is_not_missing():
    countries = {row["code"]: row for row in rows("COUNTRIES")}
    assert countries["NA"]["name"] == "Namibie"
    assert sum(row["country"] == "NA" for row in rows("FOREIGN")) > 50
    assert {row["country"] for row in rows("FOREIGN")} <= set(countries)


def test_groups_of_countries():
    sizes = Counter(group for row in rows("COUNTRIES") for group in row["groups"].split())
    assert sizes == {"ocde": 38, "ue": 27, "brics": 10, "apd": 136}
    assert len(rows("COUNTRIES")) == 250


def test_shown_names_use_french_apostrophes():
    found = [row["name"] for row in rows("FRANCE") + rows("COUNTRIES") if "'" in row["name"]]
    assert found == []
