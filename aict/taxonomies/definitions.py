"""What the short lists mean, in our own words: read once from data/."""

import csv
import json
from dataclasses import dataclass
from functools import cache

from aict.taxonomies.loader import DATA


@dataclass(frozen=True)
class CategoryText:
    """A category explained. `examples` and `counter_examples` are what it is, what it is not."""

    slug: str
    label: str
    short_label: str
    definition: str
    examples: list[str]
    counter_examples: list[str]
    leads: str


@dataclass(frozen=True)
class EvidenceText:
    """An evidence level explained: what it says, what it asks for, how it reads."""

    value: int
    label: str
    explanation: str
    asks: str
    example: str


@cache
def categories() -> dict[str, CategoryText]:
    """The three categories by slug, in their order."""
    return {row["slug"]: CategoryText(**row) for row in _json("categories")}


@cache
def evidence_levels() -> dict[int, EvidenceText]:
    return {row["value"]: EvidenceText(**row) for row in _json("evidence")}


@cache
def cad_labels() -> dict[str, str]:
    """The French label of each OECD purpose code in use."""
    with open(DATA / "cad_codes.csv", newline="", encoding="utf-8") as file:
        return {row["code"]: row["label"] for row in csv.DictReader(file)}


def _json(name: str) -> list[dict]:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
