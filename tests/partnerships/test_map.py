"""The map: its page for browsers without script, its points, and the links of a territory."""

import json

import pytest

from aict.territories.models import Territory
from aict.territories.scenes import WORLD as WORLD_SCENE
from aict.ui import remembered
from partnerships.cards import CARDS
from partnerships.listing import PARTNERSHIPS
from tests.partnerships.factories import abroad, partnership
from tests.people.factories import country, territory

pytestmark = pytest.mark.django_db
WORLD, FRANCE, POINTS = (f"/partenariats/carte/{end}" for end in ("", "france/", "points.json"))
GRENOBLE = {"latitude": 45.19, "longitude": 5.72}


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PARTNERSHIPS.forget()
    CARDS.kept.clear()
    remembered._kept.clear()


@pytest.fixture
def grenoble():
    isere = territory("departement", "38", "Isère", latitude=45.2, longitude=5.6)
    return territory("commune", "38185", "Grenoble", departement=isere, **GRENOBLE)


def text_of(response) -> str:
    return response.content.decode()


def points(client, query="") -> dict:
    return json.loads(client.get(POINTS + query).content)


def test_the_world_shades_countries_and_marks_towns(client, grenoble):
    partnership(parties=[grenoble, abroad()])
    html = text_of(client.get(WORLD))
    assert '#MA" class="t1"' in html
    assert "<title>Fès</title>" in html
    assert "<title>Grenoble</title>" not in html
    assert "1\u00a0partenariat" in html
    assert 'href="?pays=MA"' in html
    assert 'href="?territoire=commune-38185"' in html


def test_france_marks_french_territories(client, grenoble):
    partnership(parties=[grenoble, abroad()])
    html = text_of(client.get(FRANCE))
    assert '#38" class="t1"' in html
    assert "<title>Grenoble</title>" in html
    assert "<title>Fès</title>" not in html


def test_a_chosen_territory_shows_its_links_alone(client, grenoble):
    partnership(parties=[grenoble, abroad()], slug="grenoble-fes", fictional=True)
    partnership(
        parties=[territory("commune", "69123", "Lyon"), abroad("Sfax", "2467454", "TN", "Tunisie")]
    )
    html = text_of(client.get(WORLD, {"territoire": "commune-38185"}))
    assert html.partition('class="arcs">')[2].partition("</g>")[0].count("<path") == 1
    assert '<a href="/partenariats/grenoble-fes/">Fès</a>' in html
    assert "exemple fictif" in html
    assert "<title>Sfax</title>" not in html


def test_a_territory_without_link_says_so(client, grenoble):
    html = text_of(client.get(WORLD, {"territoire": grenoble.key}))
    assert "Aucun partenariat connu avec ces filtres." in html
    assert f'href="/territoires/{grenoble.key}/"' in html


def test_a_typed_name_is_understood_or_asked_about(client, grenoble):
    partnership(parties=[grenoble, abroad()])
    assert '<a href="/territoires/commune-38185/">' in text_of(
        client.get(WORLD, {"territoire_texte": "Grenoble"})
    )
    assert "Aucun territoire ne s’appelle" in text_of(
        client.get(WORLD, {"territoire_texte": "Xyzzyx"})
    )


@pytest.mark.parametrize(
    "query", ["?pays=ZZ", "?page=9", "?territoire=%00", f"?territoire={'a' * 201}", "?tri=taille"]
)
def test_what_cannot_be_asked_is_refused_in_words(client, query):
    assert client.get(WORLD + query).status_code == 400


def test_points_are_columns_of_the_same_length(client, grenoble):
    fes, sfax = abroad(), abroad("Sfax", "2467454", "TN", "Tunisie", latitude=34.7, longitude=10.8)
    partnership(parties=[grenoble, fes])
    partnership(parties=[grenoble, fes, sfax])
    told = points(client)
    assert {len(told[name]) for name in "xynktc"} == {3}
    assert dict(zip(told["k"], told["t"], strict=True))["commune-38185"] == 2
    assert told["pays"] == {"MA": ["Maroc", 2], "TN": ["Tunisie", 1]}
    assert sorted(told["l"]) == sorted([told["n"].index("Grenoble"), told["n"].index("Fès")])
    assert told["m"] == [[0, 1, 2]]


def test_points_answer_the_filters_of_the_list(client, grenoble):
    partnership(parties=[grenoble, abroad()])
    partnership(parties=[grenoble, abroad("Sfax", "2467454", "TN", "Tunisie")], form="jumelage")
    assert set(points(client, "?forme=jumelage")["n"]) == {"Grenoble", "Sfax"}
    assert points(client, "?vue=france&pays=MA")["n"] == ["Grenoble"]


@pytest.mark.parametrize("query", ["?vue=lune", "?pays=ZZ", "?q=%00"])
def test_points_that_cannot_be_asked_are_refused_in_words(client, query):
    response = client.get(POINTS + query)
    assert response.status_code == 400
    assert response.json()["error"].endswith(".")


def test_a_withdrawn_partnership_leaves_the_map_at_once(client, grenoble):
    made = partnership(parties=[grenoble, abroad()])
    assert points(client)["n"] != []
    made.archived_at = made.updated_at
    made.save()
    made.refresh_listing()
    assert points(client)["n"] == []


def test_a_region_without_point_stands_among_its_towns(client, grenoble):
    region = abroad("Fès-Meknès", "11281875", latitude=None, longitude=None, kind="region")
    for name, code, longitude in (("Fès", "1", -5.0), ("Meknès", "2", -6.0)):
        abroad(name, code, latitude=34.0, longitude=longitude, region=region)
    partnership(parties=[grenoble, region])
    told = points(client)
    place = told["n"].index("Fès-Meknès")
    assert (told["x"][place], told["y"][place]) == WORLD_SCENE.place(-5.5, 34.0)


def test_a_territory_whose_place_is_unknown_is_counted_but_not_drawn(client):
    nowhere = country("XK", "Kosovo")
    lost = Territory.objects.create(level="etranger", code="9", name="Ailleurs", country=nowhere)
    partnership(parties=[territory(), lost])
    assert "Ailleurs" not in points(client)["n"]
    assert points(client)["pays"] == {"XK": ["Kosovo", 1]}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rows", [1, 3])
def test_the_map_costs_one_query_once_known_and_three_more_when_it_changes(
    client, grenoble, rows, django_assert_num_queries
):
    for number in range(rows):
        partnership(parties=[grenoble, abroad(f"Ville {number}", str(number))])
    client.get(WORLD)
    with django_assert_num_queries(1):
        client.get(WORLD)
    with django_assert_num_queries(1):
        client.get(POINTS)
    partnership(parties=[grenoble, abroad()])
    with django_assert_num_queries(4):
        client.get(POINTS)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_chosen_territory_costs_three_more(client, grenoble, rows, django_assert_num_queries):
    for number in range(rows):
        partnership(parties=[grenoble, abroad(f"Ville {number}", str(number))])
    client.get(WORLD)
    with django_assert_num_queries(4):
        client.get(WORLD, {"territoire": grenoble.key})
