"""Who is meant by a name: pure rules on plain data."""

import pytest

from aict.imports.lines import Line, UnreadableError
from partnerships.imports.candidates import Candidate
from partnerships.imports.columns import columns_of
from partnerships.imports.likeness import kilometres, likeness
from partnerships.imports.links import Reader
from partnerships.imports.mention import Mention
from partnerships.imports.settling import settle

COUNTRIES = {"france": ("FR",), "allemagne": ("DE",), "polynesie francaise": ("PF",)}


def town(pk=1, name="ahorn", point=(50.0, 10.0), **fields) -> Candidate:
    told = {
        "id": pk,
        "key": f"etranger-{pk}",
        "target": pk,
        "level": "etranger",
        "kind": "ville",
        "names": tuple(name.split("|")),
        "country": "DE",
        "latitude": point[0] if point else None,
        "longitude": point[1] if point else None,
        "approximate": False,
        "population": None,
        "departement": "",
        "departement_code": "",
        "region": "",
    }
    return Candidate(**told | fields)


def asked(name="Ahorn", point=(50.0, 10.0), population=None, **fields) -> Mention:
    latitude, longitude = point or (None, None)
    return Mention(name, ("DE",), latitude, longitude, population, **fields)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("homberg ohm", "homberg", 0.85, 0.85),
        ("evry", "evry courcouronnes", 0.9, 0.9),
        ("hunter s hill", "hunters hill", 0.97, 0.97),
        ("breisach am rhein", "breisach rhein", 0.97, 0.97),
        ("bruneck", "brunico", 0.7, 0.8),
        ("castiglione di garfagnana", "castelnuovo di garfagnana", 0, 0.75),
        ("windsor and maidenhead", "windsor", 0, 0.69),
    ],
)
def test_likeness(one, other, least, most):
    assert least <= likeness(one, other) <= most


def test_distance():
    assert 575 < kilometres((48.85, 2.35), (52.52, 13.40)) - 300 < 580


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Homberg (Ohm)", ("homberg ohm", "homberg")),
        ("Gmina Przygodzice", ("gmina przygodzice", "przygodzice")),
        ("Donostia / San Sebastián", ("donostia san sebastian", "donostia", "san sebastian")),
        ("London Borough of Hackney", ("hackney",)),
        ("Eye, Suffolk", ("eye suffolk", "eye")),
    ],
)
def test_names_of_a_mention(name, names):
    assert Mention(name, ("GB",)).names == names


def test_the_nearest_namesake_is_meant_when_a_point_is_given():
    far, near = town(1, point=(53.0, 11.0)), town(2, point=(50.02, 10.02))
    assert settle(asked(), [far, near]).target == 2
    lost = settle(asked(point=(47.0, 7.0)), [far, near])
    assert (lost.target, len(lost.proposals)) == (None, 2)
    assert "près du point donné" in lost.why or "km" in lost.why


def test_a_namesake_a_little_further_needs_the_same_size():
    candidate, other = town(1, point=(50.3, 10.0), population=4_500), town(2, point=(53.0, 11.0))
    assert settle(asked(population=4_300), [candidate, other]).target == 1
    assert settle(asked(population=40_000), [candidate, other]).target is None
    assert settle(asked(), [candidate]).target == 1


def test_without_a_point_only_one_of_that_name_or_a_far_larger_one():
    small, large = town(1, population=5_000), town(2, point=(53, 11), population=200_000)
    other = town(3, point=(52, 9), population=6_000)
    assert settle(asked(point=None), [small]).target == 1
    assert settle(asked(point=None), [small, large]).target == 2
    doubt = settle(asked(point=None), [small, other])
    assert (doubt.target, doubt.why) == (
        *(None,),
        "Plusieurs territoires peuvent s’appeler « Ahorn »",
    )


def test_a_name_alike_counts_only_next_to_the_point():
    candidate = town(1, "brunico", (46.80, 11.93))
    assert settle(asked("Bruneck", (46.80, 11.93)), [candidate]).target == 1
    assert settle(asked("Bruneck", (46.85, 11.93)), [candidate]).target is None


def test_a_district_of_another_size_is_not_its_town():
    candidate = town(1, "charlottenburg", population=129_000)
    assert (
        settle(asked("Charlottenburg-Wilmersdorf", population=334_000), [candidate]).target is None
    )


def test_a_borough_of_another_size_is_not_the_town_of_that_name():
    candidate = town(1, "barnet", population=30_000)
    doubt = settle(asked("London Borough of Barnet", population=380_000), [candidate])
    assert (doubt.target, "population" in doubt.why) == (None, True)
    assert settle(asked("London Borough of Barnet", population=31_000), [candidate]).target == 1


def test_a_town_comes_before_its_region():
    region = town(1, "leiria", None, kind="region")
    assert settle(asked("Leiria"), [region, town(2, "leiria")]).target == 2
    assert settle(asked("Leiria Region"), [region, town(2, "leiria")]).target == 1


def test_the_same_town_twice_in_the_gazetteer_is_no_doubt():
    assert settle(asked(), [town(1), town(2, point=(50.01, 10.01))]).target == 1


def test_several_rows_of_one_territory_are_one():
    """Paris is a commune, a département and an authority."""
    rows = [
        town(pk, "paris", level=level, country="FR", target=9)
        for pk, level in enumerate(("commune", "departement", "statut-particulier"))
    ]
    assert settle(Mention("Paris", ("FR",)), rows).target == 9


def columns(*headings: str):
    return columns_of([Line(1, list(headings)), Line(2, ["a"] * len(headings))])


def test_headings_of_wikidata_and_of_people():
    told = columns("origincityLabel", "originlat", "sistercityLabel", "destination_countryLabel")
    assert told.places == {
        ("one", "name"): 0,
        ("one", "latitude"): 1,
        ("other", "name"): 2,
        ("other", "country"): 3,
    }
    told = columns("Pays", "Ville jumelée", "Collectivité", "Année de signature", "Divers")
    assert told.places[("other", "name")] == 1
    assert told.places[("", "year")] == 3
    with pytest.raises(UnreadableError, match=r"Colonnes lues.: « Divers »"):
        columns("Divers")


def test_either_side_may_be_the_french_one():
    read = Reader(columns("commune", "origincountry", "ville partenaire", "pays"), COUNTRIES)
    link = read(Line(2, ["Ahorn", "Allemagne", "Papeete", "Polynésie française"]))
    assert (link.french.name, link.foreign.name) == ("Papeete", "Ahorn")
    assert read(Line(3, ["Ahorn", "Allemagne", "Bonn", "Allemagne"])).problem == (
        "Aucune collectivité française"
    )


def test_impossible_coordinates_are_told_not_used():
    read = Reader(
        columns("commune", "commune lat", "commune long", "partenaire", "pays"), COUNTRIES
    )
    link = read(Line(2, ["Nantes", "472", "-1,5", "Ahorn", "Allemagne"]))
    assert link.french.point is None
    assert link.remarks == ["Coordonnées illisibles, non reprises : 472 ; -1,5"]
