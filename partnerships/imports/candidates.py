"""Territories that a file may mean: by name for all of its places at once, then by position for those
that no name settled. Plain SQL: two readings of the table, whatever the size of the file."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from math import cos, floor, radians
from pathlib import Path
from typing import NamedTuple

from django.db import connection

from aict.territories.names import normalise
from partnerships.imports.likeness import kilometres
from partnerships.imports.mention import Mention

KNOWN_NAMES = Path(__file__).with_name("known_names.csv")
# Cells of a tenth of a degree: 11 km from south to north.
CELLS, REACH, NEAR = 10, 1.3, 12.0


class Candidate(NamedTuple):
    """`target`: the territory that answers for it today, itself or who took over. `names` are normalised."""

    id: int
    key: str
    target: int
    level: str
    kind: str
    names: tuple[str, ...]
    country: str
    latitude: float | None
    longitude: float | None
    approximate: bool
    population: int | None
    departement: str
    departement_code: str
    region: str

    @property
    def point(self) -> tuple[float, float] | None:
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


COLUMNS = """
SELECT t.id, t.key, coalesce(s2.id, s.id, t.id), t.level, t.kind,
  string_to_array(btrim(t.search_text, ' |'), ' | '), t.country_id,
  coalesce(t.latitude, s.latitude), coalesce(t.longitude, s.longitude),
  t.approximate OR t.latitude IS NULL, t.population,
  coalesce(d.name, ''), coalesce(d.code, ''), coalesce(r.name, '')
FROM territories_territory t
LEFT JOIN territories_territory s ON s.id = coalesce(t.successor_id, t.carried_by_id)
LEFT JOIN territories_territory s2 ON s2.id = coalesce(s.successor_id, s.carried_by_id)
LEFT JOIN territories_territory d ON d.id = t.departement_id
LEFT JOIN territories_territory r ON r.id = t.region_id
WHERE t.id IN (%s)"""
BY_NAME = COLUMNS.replace(
    "%s",
    """SELECT k.id
FROM (SELECT id, country_id, unnest(string_to_array(btrim(search_text, ' |'), ' | ')) AS name
  FROM territories_territory OFFSET 0) k
JOIN unnest(%(names)s::text[], %(countries)s::text[]) AS asked (name, country_id)
  USING (name, country_id)
UNION SELECT id FROM territories_territory WHERE key = ANY(%(keys)s)
  OR (siren <> '' AND siren = ANY(%(codes)s)) OR (level <> 'etranger' AND code = ANY(%(codes)s))""",
)
BY_CELL = COLUMNS.replace(
    "%s",
    f"""SELECT id FROM territories_territory
WHERE (country_id, floor(latitude * {CELLS})::int, floor(longitude * {CELLS})::int) IN
  (SELECT * FROM unnest(%(countries)s::text[], %(south)s::int[], %(west)s::int[]))
  AND (valid_to IS NULL) AND level IN ('commune', 'etranger')""",  # noqa: S608 (constants only)
)


class Named:
    """Candidates by (name, country) and by code."""

    def __init__(self, mentions: Iterable[Mention]):
        asked = {(name, code) for m in mentions for name in m.names for code in m.countries}
        codes = {m.code for m in mentions if m.code}
        also = {name: key for name, key in known_names().items() if (name, "FR") in asked}
        rows = select(
            BY_NAME,
            names=[name for name, _ in asked],
            countries=[code for _, code in asked],
            keys=list(also.values()),
            codes=list(codes),
        )
        self.found: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        by_key = {row.key: row for row in rows}
        for row in rows:
            for name in {*row.names, row.key.partition("-")[2]}:
                self.found[name, row.country].append(row)
        for name, key in also.items():
            if key in by_key:
                row = by_key[key]
                self.found[name, "FR"].append(row._replace(names=(*row.names, name)))

    def __call__(self, mention: Mention) -> list[Candidate]:
        """Those of its code, or else of any of its names."""
        coded = self.bearing([mention.code], mention) if mention.code else []
        return coded or self.bearing(mention.names, mention)

    def bearing(self, names: Iterable[str], mention: Mention) -> list[Candidate]:
        found = {
            row.id: row
            for name in names
            for country in mention.countries
            for row in self.found.get((name, country), ())
        }
        return list(found.values())


class Near:
    """Candidates around the points of `mentions`."""

    def __init__(self, mentions: Iterable[Mention]):
        asked = {cell for m in mentions for cell in cells_around(m)}
        self.found: dict[tuple, list[Candidate]] = defaultdict(list)
        if not asked:
            return
        countries, south, west = zip(*asked, strict=True)
        rows = select(BY_CELL, countries=list(countries), south=list(south), west=list(west))
        for row in rows:
            if row.point:
                self.found[cell_of(row.country, *row.point)].append(row)

    def __call__(self, mention: Mention) -> list[Candidate]:
        around = (row for cell in cells_around(mention) for row in self.found.get(cell, ()))
        point = mention.point
        return [
            row
            for row in around
            if point and row.point and (row.approximate or kilometres(point, row.point) <= NEAR)
        ]


def cell_of(country: str, latitude: float, longitude: float) -> tuple[str, int, int]:
    return country, floor(latitude * CELLS), floor(longitude * CELLS)


def cells_around(mention: Mention) -> list[tuple[str, int, int]]:
    if mention.point is None:
        return []
    latitude, longitude = mention.point
    # Meridians draw nearer towards the poles.
    wide = min(6, round(REACH / max(cos(radians(latitude)), 0.2)))
    _, south, west = cell_of("", latitude, longitude)
    return [
        (country, south + up, west + right)
        for country in mention.countries
        for up in (-1, 0, 1)
        for right in range(-wide, wide + 1)
    ]


@cache
def known_names() -> dict[str, str]:
    """{normalised name: key}: names of French communes that no list gives, old or English ones."""
    with KNOWN_NAMES.open(encoding="utf-8") as file:
        return {
            normalise(row["nom"]): row["territoire"] for row in csv.DictReader(file, delimiter=";")
        }


def select(statement: str, **parameters) -> list[Candidate]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [Candidate._make((*row[:5], tuple(row[5]), *row[6:])) for row in cursor.fetchall()]
