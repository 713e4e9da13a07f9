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


@dataclass(frozen=True)
class NeedList:
    """Where a need is answered: a list of the site, the filters that narrow it, and words for both."""

    list: str
    query: str
    words: str


@dataclass(frozen=True)
class NeedDoors:
    """All the lists that answer a need, and ways: (words, address)."""

    lists: tuple[NeedList, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()


@cache
def need_doors() -> dict[str, NeedDoors]:
    """For each need, where it is answered: what data/need_lists.json says."""
    told: dict[str, dict] = json.loads((DATA / "need_lists.json").read_text(encoding="utf-8"))
    return {slug: doors_of(**doors) for slug, doors in told.items()}


def doors_of(lists: list[list[str]], ways: list[list[str]]) -> NeedDoors:
    return NeedDoors(
        tuple(NeedList(*row) for row in lists), tuple((words, path) for words, path in ways)
    )


@cache
def cad_labels() -> dict[str, str]:
    """The French label of each OECD purpose code in use."""
    with open(DATA / "cad_codes.csv", newline="", encoding="utf-8") as file:
        return {row["code"]: row["label"] for row in csv.DictReader(file)}


def _json(name: str) -> list[dict]:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
