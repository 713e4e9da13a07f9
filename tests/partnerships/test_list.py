"""The list of partnerships: its filters, its files, its cost; and the page of one of them."""

import pytest

from partnerships.cards import CARDS
from partnerships.models import Partnership
from tests.partnerships import factories
from tests.people import factories as people
from tests.practices.factories import practice

pytestmark = pytest.mark.django_db


def three():
    factories.partnership()
    factories.partnership(title="Grenoble – Sfax", parties=[people.territory(), sfax()])
    trio = [people.territory(), sfax(), factories.abroad()]
    return factories.partnership(title="Trois villes", parties=trio, stage="exploration")


def sfax():
    return factories.abroad("Sfax", "2467454", "TN", "Tunisie")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("pays=TN", {"Grenoble – Sfax", "Trois villes"}),
        ("pays=MA&type=bilateral", {"Grenoble – Fès"}),
        ("stade=exploration", {"Trois villes"}),
        ("q=tunisie", {"Grenoble – Sfax", "Trois villes"}),
        ("niveau=region", set()),
    ],
)
def test_each_filter_answers_the_same_on_the_page_and_in_the_file(client, query, titles):
    three()
    everything = {"Grenoble – Fès", "Grenoble – Sfax", "Trois villes"}
    page = client.get(f"/partenariats/?{query}").content.decode()
    lines = b"".join(client.get(f"/partenariats/?{query}&format=csv").streaming_content).decode()
    api = client.get(f"/api/v1/partenariats/?{query}").json()
    assert {t for t in everything if f">{t}<" in page or t in lines} == titles
    assert {row["intitule"] for row in api["results"]} == titles


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_the_file_and_the_api_have_a_fixed_cost(client, django_assert_num_queries, rows):
    for number in range(rows):
        factories.partnership(title=f"Grenoble – Fès {number}")
    client.get("/partenariats/")  # the index and the words of filters
    CARDS.kept.clear()
    with django_assert_num_queries(2):
        client.get("/partenariats/")
    with django_assert_num_queries(1):
        client.get("/partenariats/")
    with django_assert_num_queries(6):
        b"".join(client.get("/partenariats/?format=csv").streaming_content)
    with django_assert_num_queries(7):
        client.get("/api/v1/partenariats/")


def test_the_page_shows_both_sides_and_the_practices_within(client, django_assert_num_queries):
    row = factories.partnership(benefits_there="Trente formations.")
    practice(title="Former trente développeuses", partnership=row.contribution)
    practice(title="Une action retirée", partnership=row.contribution, archived=True)
    with django_assert_num_queries(8):
        html = client.get(row.get_absolute_url()).content.decode()
    assert "Grenoble-Alpes-Métropole" in html
    assert "Trente formations." in html
    assert "Former trente développeuses" in html
    assert "Une action retirée" not in html
    assert "les acteurs économiques mobilisés" in html


def test_a_practice_leads_to_its_partnership_once_it_is_on_line(client):
    row = factories.partnership()
    inside = practice(partnership=row.contribution)
    assert row.get_absolute_url() in client.get(inside.get_absolute_url()).content.decode()
    Partnership.objects.update(archived_at="2026-01-01T00:00Z")
    row.contribution.live = False
    row.contribution.state = "archived"
    row.contribution.save()
    html = client.get(inside.get_absolute_url()).content.decode()
    assert row.get_absolute_url() not in html
    assert row.title in html


def test_the_api_tells_the_year_of_a_whole_date(client):
    factories.partnership(date_signed="2021-05-04")
    assert client.get("/api/v1/partenariats/").json()["results"][0]["annee"] == 2021


def test_what_left_the_list_says_since_when(client):
    row = factories.partnership(archived=True)
    answer = client.get(row.get_absolute_url())
    assert answer.status_code == 410
    assert client.get("/partenariats/jamais-vu/").status_code == 404
    assert client.get("/partenariats/?pays=ZZ").status_code == 400


def test_the_french_side_comes_first_wherever_the_sides_are_told(client):
    """A town sorts after a foreign territory by the code of its level."""
    town = people.territory(level="commune", code="26362", name="Valence")
    row = factories.partnership(title="Jumelage", parties=[factories.abroad(), town, sfax()])
    assert (
        "Entre Valence, Fès (Maroc) et Sfax (Tunisie)"
        in client.get("/partenariats/").content.decode()
    )
    lines = b"".join(client.get("/partenariats/?format=csv").streaming_content).decode()
    assert "Fès, Sfax" in lines
    told = client.get(f"/api/v1/partenariats/{row.slug}/").json()["territoires"]
    assert [place["nom"] for place in told] == ["Valence", "Fès", "Sfax"]
