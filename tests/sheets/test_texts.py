"""The two fiches the platform comes with, read as files: typography, sources, dates, links that resolve."""

import csv
import json
import re
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from django.utils.text import slugify

from aict.taxonomies.loader import DATA as TERMS
from aict.taxonomies.loader import read
from aict.ui.typography import french
from practices.demo.loading import items

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "practices/sheets/data").glob("*.json"))
SCHEMES = ROOT / "partnerships/funding/data/dispositifs.json"
CODES = {"key", "url", "practice", "modality", "actor_type", "lead", "read_on", "legal_checked_on"}
# What no reader should have to guess, unless the glossary of the fiche says it.
ACRONYM = re.compile(r"\b(?:[A-Z]\.){2,}[A-Z]?\b|\b[A-Z]{3,}\b")
NAMES = {"ADEPTA", "ADN", "EUR"}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def sheet(request) -> dict:
    return json.loads(request.param.read_text())


def texts(value, key=""):
    """Every shown string inside `value`."""
    if isinstance(value, str):
        return [] if key in CODES else [value]
    inner = value.items() if isinstance(value, dict) else [(key, part) for part in value]
    return list(chain.from_iterable(texts(part, name) for name, part in inner))


def slugs(name: str) -> set[str]:
    return {row["slug"] for row in read(TERMS, name)}


def shown(sheet: dict) -> list[str]:
    coded = {"categories", "themes", "goals", "levels", "indicators", "review_in_days"}
    return texts({name: value for name, value in sheet.items() if name not in coded})


def test_the_two_announced_are_there():
    assert [path.stem for path in FILES] == ["1-gastronomie-terroir", "2-acteurs-economiques"]


def test_french_is_set(sheet):
    wrong = [
        text for text in shown(sheet) if french(text) != text and "décentralisée (" not in text
    ]
    assert not wrong


def test_every_figure_has_its_source_and_its_dates(sheet):
    assert len(sheet["facts"]) >= 5
    for fact in sheet["facts"]:
        assert fact["source"]
        assert re.search(r"\b20\d\d\b", fact["when"])
        assert date.fromisoformat(fact["read_on"]) <= date(2026, 11, 22)
    # Nowhere else than in the facts, but for the numbers of the goals themselves.
    told = " ".join(
        sheet[name] for name in ("definition", "why", "for_whom", "role_ri", "role_eco")
    )
    assert not re.findall(r"\d+", re.sub(r"\bcibles? \d+\.\d+|\b\d+\.\d+", "", told))


def test_amounts_are_law_or_say_that_they_are_rough(sheet):
    laws = " ".join(law["says"] for law in sheet["laws"])
    for amount in re.findall(r"\d[\d\u202f]* ?\u202f?€", sheet["legal"]):
        assert amount in laws
    for text in [tool["cost"] for tool in sheet["tools"]] + texts(
        [q["answer"] for q in sheet["questions"]]
    ):
        assert "€" not in text or "indicatif" in text or "ordres de grandeur" in text, text
    assert any("ordres de grandeur" in entry["answer"] for entry in sheet["faq"])


def test_the_law_is_dated_and_asks_for_a_lawyer(sheet):
    assert sheet["legal"].startswith("À faire confirmer par votre service juridique")
    assert sheet["legal_checked_on"] == "2026-11-22"


def test_an_acronym_is_said_in_full_somewhere(sheet):
    words = " ".join(shown(sheet))
    told = " ".join(f"{row['term']} {row['definition']}" for row in sheet["terms"])
    for acronym in set(ACRONYM.findall(words)) - NAMES:
        in_place = re.search(rf"\({re.escape(acronym)}\)|{re.escape(acronym)} [(–]", words)
        assert acronym in told or in_place, acronym


def test_what_it_names_exists(sheet):
    practices = {slugify(item["data"]["title"].replace("’", "-"))[:100]: item for item in items()}
    assert 2 <= len(sheet["examples"]) <= 5
    assert all(practices[row["practice"]]["state"] == "published" for row in sheet["examples"])
    schemes = {row["title"] for row in json.loads(SCHEMES.read_text())}
    assert {row["source"] for row in sheet["funding_lines"]} <= schemes
    assert {row["modality"] for row in sheet["tools"] if "modality" in row} <= slugs("modalities")
    assert {row["actor_type"] for row in sheet["actors"]} <= slugs("actor_types")
    assert set(sheet["themes"]) <= slugs("themes")
    assert set(sheet["indicators"]) <= slugs("indicators")


def test_most_actors_lead_to_the_directory(sheet):
    with open(ROOT / "partnerships/data/actors.csv", encoding="utf-8", newline="") as file:
        known = {row["title"] for row in csv.DictReader(file)}
    assert sum(row["name"] in known for row in sheet["actors"]) >= len(sheet["actors"]) * 0.7


def test_nobody_is_named(sheet):
    assert not re.search(r"\b(?:M\.|Mme|Madame|Monsieur)\s", " ".join(shown(sheet)))
