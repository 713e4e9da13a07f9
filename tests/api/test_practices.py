import pytest
from django.urls import reverse

from practices.listing import PRACTICES
from tests.people.factories import country
from tests.practices import workflow
from tests.practices.factories import practice

pytestmark = pytest.mark.django_db
LIST = "/api/v1/pratiques/"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PRACTICES.forget()


def slugs(response):
    return [row["slug"] for row in response.json()["results"]]


def test_list_holds_published_practices_only(client):
    practice(slug="montree", fictional=True)
    practice(slug="retiree", archived=True)
    workflow.draft()
    answer = client.get(LIST).json()
    assert (answer["count"], answer["next"], answer["previous"]) == (1, None, None)
    assert answer["results"][0]["slug"] == "montree"
    assert answer["results"][0]["fictif"] is True
    assert client.get(f"{LIST}montree/").json()["essentiel"]
    assert client.get(f"{LIST}retiree/").status_code == 404


def test_shape_of_a_practice_stays(client):
    practice(slug="montree", countries=[country("MA", "Maroc")])
    row = client.get(LIST).json()["results"][0]
    assert list(row) == (
        "slug url nature titre accroche categorie categories_secondaires collectivite "
        "collectivite_libre service pays modalites themes secteurs odd debut fin cout budget_total "
        "budget_annuel etp preuve apport verifie_le mis_a_jour_le licence fictif"
    ).split(" ")
    assert row["pays"] == [{"code": "MA", "nom": "Maroc"}]
    assert row["collectivite"]["cle"] == "metropole-200040715"
    whole = client.get(f"{LIST}montree/").json()
    assert list(whole)[: len(row)] == list(row)


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_the_same_whatever_its_rows(client, django_assert_num_queries, rows):
    for _ in range(rows):
        practice(countries=[country("MA", "Maroc")])
    client.get(LIST)
    with django_assert_num_queries(9):
        client.get(LIST)


def test_filters_search_and_order_are_those_of_the_page(client):
    practice(slug="a", title="Zoo", category="promotion")
    practice(slug="b", title="Gastronomie", category="promotion")
    practice(slug="c", title="Barrage", category="cooperation")
    assert slugs(client.get(LIST)) == ["c", "b", "a"]
    assert slugs(client.get(LIST, {"categorie": "promotion", "tri": "titre"})) == ["b", "a"]
    assert slugs(client.get(LIST, {"categorie": ["promotion", "cooperation"]})) == ["c", "b", "a"]
    assert slugs(client.get(LIST, {"q": "gastronmie"})) == ["b"]


def test_pages_are_bounded(client):
    for _ in range(3):
        practice()
    assert len(slugs(client.get(LIST, {"par_page": 2}))) == 2
    assert len(slugs(client.get(LIST, {"par_page": 2, "page": 2}))) == 1
    assert len(slugs(client.get(LIST, {"par_page": 10**30}))) == 3


@pytest.mark.parametrize(
    ("query", "status", "name"),
    [
        ("niveau=xyz", 400, "niveau"),
        ("pays=%00", 400, "pays"),
        ("q=%00", 400, "q"),
        ("q=" + "a" * 300, 400, "q"),
        ("tri=x", 400, "tri"),
        ("page=2e20", 404, "detail"),
        ("page=-1", 404, "detail"),
        ("page=999999999999999999999999", 404, "detail"),
        ("par_page=-1&page=%00", 404, "detail"),
    ],
)
def test_bad_parameters_are_named(client, query, status, name):
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == status
    assert name in response.json()


def test_an_unknown_value_is_said_in_french(client):
    message = client.get(LIST, {"niveau": "xyz"}).json()["niveau"]
    assert message == ["Le filtre « Niveau » ne connaît pas la valeur « xyz »."]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_written_here(client, method):
    assert getattr(client, method)(LIST).status_code == 405


def test_openapi_describes_every_filter_and_refusal(client):
    country("MA", "Maroc")
    operation = client.get(reverse("api:openapi")).json()["paths"][LIST]["get"]
    described = {parameter["name"]: parameter for parameter in operation["parameters"]}
    assert {facet.name for facet in PRACTICES.facets} | {"q", "tri", "page"} <= set(described)
    assert "MA" in described["pays"]["schema"]["items"]["enum"]
    assert set(operation["responses"]) == {"200", "400", "404"}


def test_documentation_is_a_page_of_ours(client):
    html = client.get(reverse("api:docs")).content.decode()
    assert "<code>categorie</code>" in html
    assert "/api/v1/openapi.json" in html
