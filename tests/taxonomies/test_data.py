"""The files of the taxonomies, read as they are: stable, short, well set."""

import re

import pytest

from aict.taxonomies import definitions, enums
from aict.taxonomies.loader import DATA, FILES, cad_codes, read
from aict.ui.typography import french

ROWS = {name: read(DATA, name) for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_slugs_are_unique_and_addresses(name):
    slugs = [row["slug"] for row in ROWS[name]]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


@pytest.mark.parametrize("name", FILES)
def test_texts_fit_their_columns(name):
    for row in ROWS[name]:
        for column, text in row.items():
            limit = FILES[name]._meta.get_field(column).max_length
            assert text, (row["slug"], column)
            assert not limit or len(text) <= limit, (row["slug"], column)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.*")), ids=lambda path: path.name)
def test_typography_is_french(path):
    if path.suffix == ".csv":
        texts = [text for row in read(DATA, path.stem) for text in row.values()]
    elif path.suffix == ".json":
        texts = re.findall(r'"((?:[^"\\]|\\.)*)"(?!:)', path.read_text())
    else:
        return
    assert [text for text in texts if french(text) != text] == []


@pytest.mark.parametrize("name", ["modalities", "indicators"])
def test_categories_exist(name):
    for row in ROWS[name]:
        assert set(row["categories"].split()) <= set(enums.Category.values), row["slug"]


def test_each_category_has_its_modalities():
    for category in enums.Category.values:
        found = [row for row in ROWS["modalities"] if category in row["categories"].split()]
        assert len(found) >= 8


def test_definitions_are_one_sentence():
    several = re.compile(r"[.!?…] +[A-ZÉÀ]")
    for name in FILES:
        for row in ROWS[name]:
            assert not several.search(row.get("definition", "")), row["slug"]


def test_every_sector_is_mapped_to_purpose_codes():
    codes = cad_codes()
    assert set(codes) == {row["slug"] for row in ROWS["sectors"]}
    flat = [code for found in codes.values() for code in found]
    assert len(flat) == len(set(flat)) == len(definitions.cad_labels())
    assert all(re.fullmatch(r"\d{5}", code) for code in flat)


def test_seventeen_goals_in_order():
    assert [row["slug"] for row in ROWS["goals"]] == [str(n) for n in range(1, 18)]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", row["colour"]) for row in ROWS["goals"])


def test_definitions_are_those_of_the_enums():
    found = {slug: text.label for slug, text in definitions.categories().items()}
    assert found == dict(enums.Category.choices)
    assert {n: text.label for n, text in definitions.evidence_levels().items()} == dict(
        enums.Evidence.choices
    )
    for text in definitions.categories().values():
        assert 50 <= len(text.definition.split()) <= 70
