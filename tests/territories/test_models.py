from datetime import date

import pytest
from django.core.exceptions import ValidationError

from aict.territories.models import Territory
from tests.people.factories import country, territory

HERE = {"level": "commune", "code": "00000", "name": "Ici"}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"siren": "12345"}, "neuf chiffres"),
        ({"latitude": 45.0}, "vont ensemble"),
        ({"latitude": 95.0, "longitude": 3.0}, "vont ensemble"),
        ({"valid_from": date(2026, 1, 1), "valid_to": date(2025, 1, 1)}, "suit le début"),
        ({"level": "etranger"}, "n’est pas en France"),
        ({"country_id": "MA"}, "n’est pas en France"),
    ],
)
def test_constraints_speak_french(db, fields, message):
    country(), country("MA", "Maroc")
    with pytest.raises(ValidationError) as refused:
        Territory(**HERE | fields).validate_constraints()
    assert message in str(refused.value)


def test_an_area_without_council_and_a_successor(db):
    other = territory()
    for fields, message in (
        ({"carried_by": other, "is_authority": True}, "n’a pas de conseil"),
        ({"successor": other}, "a pris fin"),
    ):
        with pytest.raises(ValidationError) as refused:
            Territory(**HERE, **fields).validate_constraints()
        assert message in str(refused.value)


def test_key_is_level_and_code(db):
    made = territory(level="departement", code="2A", name="Corse-du-Sud")
    assert made.key == "departement-2A"
    assert made.get_absolute_url() == "/territoires/departement-2A/"


def test_levels_count_the_powers_it_holds(small):
    lyon = Territory.objects.get(key="statut-particulier-69M")
    assert lyon.levels == ["statut-particulier", "metropole", "departement"]
    assert lyon in Territory.objects.at_level("metropole")
    assert lyon in Territory.objects.at_level("statut-particulier")
    assert lyon not in Territory.objects.at_level("commune")


def test_authorities_leave_areas_aside(small):
    authorities = Territory.objects.current().authorities()
    assert authorities.filter(name="Bas-Rhin").count() == 0
    assert authorities.filter(siren="200094332").count() == 1


def test_members_of_a_special_status_are_those_of_its_areas(small):
    alsace = Territory.objects.get(key="statut-particulier-6AE")
    assert [t.name for t in Territory.objects.members_of(alsace)] == ["Strasbourg"]
    metropole = Territory.objects.get(key="metropole-200040715")
    assert {t.code for t in Territory.objects.members_of(metropole)} == {"38185", "38317"}


def test_resembling_keeps_level_and_band_nearest_first(small):
    grenoble = Territory.objects.get(key="commune-38185")
    alike = list(Territory.objects.resembling(grenoble))
    assert grenoble not in alike
    assert {t.level for t in alike} == {"commune"}
    assert {t.population_band for t in alike} == {"100-200k"}
    distances = [abs(t.population - grenoble.population) for t in alike]
    assert len(alike) >= 3
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    ("key", "detail"),
    [
        ("commune-38185", "Commune · Isère"),
        ("departement-38", "Département · Auvergne-Rhône-Alpes"),
        ("region-84", "Région"),
        ("epci-200030658", "Isère"),
        ("epci-200057867", "Établissement public territorial · Seine-Saint-Denis"),
        ("etranger-2246452", "Ville · Saint-Louis, Sénégal"),
        ("etranger-2246451", "Région · Sénégal"),
    ],
)
def test_detail_tells_namesakes_apart(small, key, detail):
    assert Territory.objects.with_places().get(key=key).detail == detail


def test_the_nearest_in_size_stand_above_and_below(db):
    for code, population in (("1", 90), ("2", 100), ("3", 104), ("4", 120), ("5", 9_000)):
        territory("commune", code, f"Ville {code}", population=population)
    found = Territory.objects.nearest_in_size(Territory.objects.get(code="2"), 1)
    assert [t.code for t in found] == ["3", "1"]
