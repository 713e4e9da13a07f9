"""From cells to answers: dates, amounts, places, words; and what a draft is said to lack."""

import pytest

from aict.moderation.binding import bind_all
from aict.moderation.readiness import missing
from aict.territories.places import find_places
from practices.imports import values
from practices.imports.lacks import Requirements, label_of
from practices.imports.targets import known_names, targets
from practices.kind import PRACTICE
from tests.people import factories as people
from tests.practices import spreadsheets, workflow


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2021", "2021-01"),
        ("2021-03", "2021-03"),
        ("2021-03-15", "2021-03"),
        ("2021-03-15 10:30:00", "2021-03"),
        ("03/2021", "2021-03"),
        ("15/03/2021", "2021-03"),
        ("mars 2021", "2021-03"),
        ("1er Août 2021", "2021-08"),
    ],
)
def test_months(text, month):
    assert values.month(text) == (month, "")


@pytest.mark.parametrize(
    "text", ["13/2021", "2021-14", "bientôt", "99", "12/12/12", "0000", "2021 ?"]
)
def test_an_unreadable_date_is_kept_and_told(text):
    assert values.month(text) == (text, "date illisible, par exemple 03/2024")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12000", "12000"),
        ("12 000 €", "12000"),
        ("12\u202f000,00 euros", "12000"),
        ("1,5 M€", "1500000"),
        ("30k€", "30000"),
        ("2 millions", "2000000"),
        ("0", "0"),
    ],
)
def test_amounts(text, amount):
    assert values.amount(text) == (amount, "")


@pytest.mark.parametrize("text", ["environ 3000", "1.000.000", "€", "1e400", "NaN", "-", "12-15"])
def test_an_unreadable_amount_is_kept_and_told(text):
    assert values.amount(text) == (text, "nombre illisible")


def test_an_amount_with_cents_is_rounded_and_told():
    assert values.amount("12,60") == ("13", "12,60 arrondi à l’unité")


def test_several_words():
    known = values.names_of_options({"MA": "Maroc", "BO": "Bolivie, État plurinational de"})
    assert values.several("maroc", known) == (["MA"], [])
    assert values.several("MA, BO,  MA", known) == (["MA", "BO"], [])
    assert values.several("Bolivie, État plurinational de ; Maroc", known) == (["BO", "MA"], [])
    assert values.several("Maroc\nLune", known) == (["MA"], ["Lune"])


@pytest.fixture
def places(db):
    spreadsheets.references()
    people.territory("region", "53", "Bretagne")
    people.territory("commune", "38185", "Grenoble", siren="213801855")
    people.territory("departement", "69", "Rhône")
    people.territory("commune", "69999", "Rhône")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("grenoble", "commune-38185"),
        ("Ville de Grenoble", "commune-38185"),
        ("38185", "commune-38185"),
        ("213 801 855", "commune-38185"),
        ("Région Bretagne", "region-53"),
        ("BRETAGNE", "region-53"),
        ("Département du Rhône", "departement-69"),
        ("Saint-Aubin (91)", "commune-91538"),
        ("St Aubin (Essonne)", "commune-91538"),
        ("Saint Aubin (Côte-d'Or)", "commune-21538"),
    ],
)
def test_places(places, text, key):
    found = find_places([text])[text]
    assert (found.key, found.remark) == (key, "")
    assert found.pk


def test_namesakes_are_told_apart_by_people(places):
    found = find_places(["Saint-Aubin", "Rhône"])
    assert found["Saint-Aubin"].key == found["Rhône"].key == ""
    assert "Saint-Aubin 21538 (21), Saint-Aubin 91538 (91)" in found["Saint-Aubin"].remark


def test_unknown_places_are_told(places):
    found = find_places(["Atlantide", "x" * 500, "99999", "(", "%_"])
    assert all(place.key == "" and "inconnue" in place.remark for place in found.values())
    assert len(found["x" * 500].remark) < 150


def test_a_whole_column_is_one_query(places, django_assert_num_queries):
    with django_assert_num_queries(1):
        find_places([f"Commune {n}" for n in range(500)] + ["Grenoble", "38185"])


def test_every_heading_leads_to_a_field():
    assert set(known_names().values()) <= set(targets())
    for heading in ("nom", "pays partenaires", "l essentiel", "insee", "mots cles"):
        assert heading in known_names()


TEXTS = [
    {},
    {"nature": "projet"},
    {"nature": "strategie", "category": "promotion"},
    {"category": "cooperation"},
    {"category": "cooperation", "partners": [{"name": "A", "side": "ici"}]},
    {"territory": "libre:Ailleurs", "title": "x" * 101, "benefit": "y" * 201},
]


@pytest.mark.parametrize("given", TEXTS)
@pytest.mark.parametrize("complete", [False, True])
def test_what_lacks_is_what_the_forms_will_say(db, given, complete):
    """Two ways to know what lacks must not part: the quick one, and binding every form."""
    text = (workflow.answers() if complete else {}) | given
    requirements = Requirements()
    names = {*requirements.lacks(text), *(name for name, *_ in requirements.too_long(text))}
    told = missing(bind_all(PRACTICE, text))
    labels = {label_of("partners") if field == "partners" else label for _, field, label, _ in told}
    assert {label_of(name) for name in names} == labels
