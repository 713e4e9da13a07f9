import csv
import io

import pytest
from django.urls import reverse

from aict.ui import remembered
from practices.cards import CARDS
from practices.listing import PRACTICES
from practices.models import Practice
from tests.people.factories import country, officer
from tests.practices.factories import practice

pytestmark = pytest.mark.django_db
LIST = "/pratiques/"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PRACTICES.forget()
    CARDS.kept.clear()
    remembered._kept.clear()


def text_of(response):
    return response.content.decode()


def test_list_shows_published_practices_newest_first(client):
    practice(title="La première")
    practice(title="La retirée", archived=True)
    practice(title="La seconde", fictional=True)
    html = text_of(client.get(LIST))
    assert html.index("La seconde") < html.index("La première")
    assert "La retirée" not in html
    assert "2\u00a0pratiques" in html
    assert "Exemple fictif" in html


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_two_queries_and_one_once_its_rows_are_known(
    client, django_assert_num_queries, rows
):
    for _ in range(rows):
        practice(countries=[country("MA", "Maroc")])
    client.get(LIST)  # the index and the words of filters
    CARDS.kept.clear()
    with django_assert_num_queries(2):
        client.get(LIST)
    with django_assert_num_queries(1):
        client.get(LIST)


@pytest.mark.django_db(transaction=True)
def test_list_of_a_visitor_leaves_sessions_alone(client, django_assert_num_queries):
    client.get(LIST)
    with django_assert_num_queries(1) as queries:
        response = client.get(LIST)
    assert "session" not in str(queries.captured_queries)
    assert not response.cookies


def test_list_is_also_for_people_signed_in(client):
    practice(title="Une saison")
    client.force_login(officer(), "django.contrib.auth.backends.ModelBackend")
    assert "Une saison" in text_of(client.get(LIST))


def test_list_filters_and_offers_to_remove_the_filter(client):
    practice(title="Chefs", category="promotion")
    practice(title="Barrage", category="cooperation")
    html = text_of(client.get(LIST, {"categorie": "cooperation"}))
    assert "Barrage" in html
    assert "Chefs" not in html
    assert 'class="chip" href="?"' in html


def test_list_marks_the_words_searched_and_escapes_the_rest(client):
    practice(title="Chefs & terroirs", teaser="<b>Un terroir</b>")
    html = text_of(client.get(LIST, {"q": "terroir"}))
    assert "Chefs &amp; <mark>terroirs</mark>" in html
    assert "&lt;b&gt;Un <mark>terroir</mark>&lt;/b&gt;" in html


def test_list_shows_the_passage_that_holds_the_word(client):
    practice(summary="Au début. " * 30 + "Puis une médiathèque a ouvert.")
    assert "une <mark>médiathèque</mark> a ouvert" in text_of(
        client.get(LIST, {"q": "mediatheques"})
    )


def test_list_says_what_it_corrected(client):
    practice(title="Gastronomie")
    html = text_of(client.get(LIST, {"q": "gastronmie"}))
    assert "Rien ne contient" in html
    assert '<a href="?q=gastronomie"><b>gastronomie</b></a>' in html
    assert "<mark>Gastronomie</mark>" in html


def test_an_empty_list_offers_what_would_give_something(client):
    practice(category="promotion")
    html = text_of(client.get(LIST, {"categorie": "cooperation", "nature": "projet"}))
    assert "Rien ne répond à cette demande" in html
    assert "1\u00a0pratique</a>" in html
    assert 'href="?nature=projet"' in html
    assert "0\u00a0pratique<" in html


def test_list_is_cut_in_pages(client):
    for _ in range(21):
        practice()
    assert 'aria-current="page"' in text_of(client.get(LIST))
    assert text_of(client.get(LIST, {"page": 2})).count("<article") == 1
    assert client.get(LIST, {"page": 3}).status_code == 400


@pytest.mark.parametrize(
    ("tri", "slugs"),
    [
        ("recentes", ["c", "b", "a"]),
        ("titre", ["a", "b", "c"]),
        ("budget", ["b", "a", "c"]),
        ("pertinence", ["c", "b", "a"]),
    ],
)
def test_list_is_sorted(client, tri, slugs):
    practice(slug="a", title="eau", cost_band="10-50k")
    practice(slug="b", title="École", budget_total=90_000)
    practice(slug="c", title="Été", cost_band="non-communique")
    html = text_of(client.get(LIST, {"tri": tri}))
    places = [html.index(f"/pratiques/{slug}/") for slug in slugs]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "query",
    [
        "categorie=inconnue",
        "niveau=%00",
        "pays=ma",
        "page=2e20",
        "page=-1",
        "page=0",
        "page=99999999999999999999999",
        "page=٣",
        "tri=nimporte",
        "q=%00",
        "q=" + "a" * 5_000,
        "annee=" + "9" * 10_000,
        "format=xml",
        "&".join(f"annee={year}" for year in range(1950, 2050)),
    ],
)
@pytest.mark.parametrize("address", [LIST, LIST + "flux.atom"])
def test_bad_parameters_are_refused_in_words(client, query, address):
    response = client.get(f"{address}?nature=projet&{query}")
    if address == LIST:
        assert response.status_code == 400
        assert 'href="?nature=projet"' in text_of(response)
        assert "n’existe pas" in text_of(response)
    else:
        assert response.status_code in {200, 400}


def test_unknown_names_belong_to_somebody_else(client):
    assert client.get(LIST, {"utm_source": "lettre"}).status_code == 200


def test_csv_holds_the_same_rows_and_no_formula(client):
    practice(title="=HYPERLINK(1)", category="promotion", countries=[country("MA", "Maroc")])
    practice(category="cooperation")
    practice(category="promotion", archived=True)
    response = client.get(LIST, {"categorie": "promotion", "format": "csv"})
    lines = list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig")), delimiter=";"))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert len(lines) == 2
    row = dict(zip(*lines, strict=True))
    assert row["titre"] == "'=HYPERLINK(1)"
    assert row["pays"] == "Maroc"


def test_feed_holds_the_same_rows(client):
    practice(title="Chefs & Cie", category="promotion", fictional=True)
    practice(title="Barrage", category="cooperation")
    practice(title="Retirée", category="promotion", archived=True)
    response = client.get(reverse("practices:feed"), {"categorie": "promotion"})
    feed = text_of(response)
    assert response["Content-Type"].startswith("application/atom+xml")
    assert "Chefs &amp; Cie (exemple fictif)" in feed
    assert "Barrage" not in feed
    assert "Retirée" not in feed


def test_archived_practice_leaves_the_site(client):
    practice(slug="partie", archived=True)
    assert client.get("/pratiques/partie/").status_code == 410
    assert Practice.objects.published().count() == 0
