"""The demonstration set, read as files: it resolves, fits, reads well and names nobody."""

import csv
import gzip
import re
from collections import Counter
from functools import cache

import pytest

from aict.moderation.demonstration import STEPS
from aict.taxonomies.loader import DATA as TERMS
from aict.taxonomies.loader import read
from aict.territories.loader import COUNTRIES, FRANCE
from aict.ui.typography import french
from practices.demo.loading import items
from practices.models import Practice
from practices.publication import BLOCKS

ITEMS = items()
PUBLISHED = {item["key"] for item in ITEMS if item["state"] == "published"}
TAXONOMIES = {
    "modalities": "modalities",
    "themes": "themes",
    "sectors": "sectors",
    "sdgs": "goals",
}
CHOICES = ("nature", "category", "cost_band", "status", "licence", "contact_mode")


@cache
def slugs(name: str) -> set[str]:
    return {row["slug"] for row in read(TERMS, name)}


def texts(value) -> list[str]:
    """Every string inside `value`."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in inner for text in texts(part)]


@pytest.fixture(scope="module")
def authorities() -> set[str]:
    with gzip.open(FRANCE, "rt", encoding="utf-8", newline="") as file:
        return {
            f"{row['level']}-{row['code']}"
            for row in csv.DictReader(file)
            if row["is_authority"] == "1" and not row["valid_to"]
        }


@pytest.fixture(scope="module")
def countries() -> set[str]:
    with open(COUNTRIES, encoding="utf-8", newline="") as file:
        return {row["code"] for row in csv.DictReader(file)}


def test_keys_are_unique_and_states_known():
    assert len({item["key"] for item in ITEMS}) == len(ITEMS)
    assert {item["state"] for item in ITEMS} == set(STEPS)


def test_the_set_is_balanced():
    data = [item["data"] for item in ITEMS]
    assert min(Counter(row["category"] for row in data).values()) >= 18
    assert min(Counter(row["nature"] for row in data).values()) >= 15
    levels = Counter(row["territory"].rsplit("-", 1)[0] for row in data)
    assert len(levels) == 6
    assert min(levels.values()) >= 5
    assert len({country for row in data for country in row.get("countries", [])}) >= 35


def test_every_modality_and_theme_has_an_example():
    for name in ("modalities", "themes"):
        assert slugs(name) == {slug for item in ITEMS for slug in item["data"].get(name, [])}


def test_territory_and_countries_exist(authorities, countries):
    for item in ITEMS:
        data = item["data"]
        named = {row["country"] for row in data.get("partners", []) if "country" in row}
        assert data["territory"] in authorities
        assert named | set(data.get("countries", [])) <= countries


def test_terms_exist():
    for item in ITEMS:
        data = item["data"]
        for name, file in TAXONOMIES.items():
            assert set(data.get(name, [])) <= slugs(file)
        rows = data.get("services_involved", [])
        assert {data["service"], *(row["service"] for row in rows)} <= slugs("services")
        types = {row["actor_type"] for row in data.get("partners", []) if "actor_type" in row}
        assert types <= slugs("actor_types")
        used = {row["indicator"] for row in data.get("results", []) if "indicator" in row}
        assert used <= slugs("indicators")


def test_choices_exist():
    for item in ITEMS:
        for name in CHOICES:
            field = Practice._meta.get_field(name)
            assert item["data"].get(name, field.choices[0][0]) in dict(field.choices)


def test_texts_fit_their_fields():
    for item in ITEMS:
        for name, value in item["data"].items():
            if name in BLOCKS:
                for row in value:
                    for column, text in row.items():
                        assert_fits(BLOCKS[name], column, text)
            elif isinstance(value, str):
                assert_fits(Practice, name, value)


def assert_fits(model, name: str, text) -> None:
    columns = {field.name: field for field in model._meta.get_fields()}
    limit = getattr(columns.get(name), "max_length", None)
    assert not limit or len(str(text)) <= limit, (name, len(str(text)))


def test_typography_is_french():
    for item in ITEMS:
        assert [text for text in texts(item["data"]) if french(text) != text] == []


def test_nobody_can_be_reached_or_named():
    for item in ITEMS:
        whole = " ".join(texts(item))
        assert not re.search(r"@|https?:|www\.|\b0[1-9](?:[ .\u202f]?\d\d){4}\b|\+33", whole)
        assert not re.search(r"\b(?:M\.|Mme|Monsieur|Madame) [A-Z]", whole)


def test_title_starts_with_a_verb_and_has_no_acronym():
    for item in ITEMS:
        title = item["data"]["title"]
        assert re.match(r"\w+(?:er|ir|re|oir)\b", title)
        assert not re.search(r"\b[A-Z]{2,}\b", title)


def test_a_cooperation_on_line_has_its_three_marks():
    for item in ITEMS:
        data = item["data"]
        if data["category"] == "cooperation" and item["state"] != "draft":
            assert data["partnership"]
            assert data["beneficiaries_here"]
            assert data["beneficiaries_there"]
            assert {row["side"] for row in data["partners"]} == {"ici", "la-bas"}


def test_projects_of_a_strategy_are_on_line():
    for item in ITEMS:
        assert set(item["data"].get("carried_out_by", [])) <= PUBLISHED


def test_only_a_returned_practice_has_corrections():
    for item in ITEMS:
        assert bool(item.get("corrections")) == (item["state"] == "returned")
