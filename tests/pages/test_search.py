import pytest

from practices.cards import CARDS
from practices.listing import PRACTICES
from tests.people.factories import territory
from tests.practices.factories import practice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PRACTICES.forget()
    CARDS.kept.clear()


def text_of(response):
    return response.content.decode()


def test_search_without_words_offers_the_field_only(client):
    practice(title="Une saison")
    html = text_of(client.get("/recherche/"))
    assert 'name="q"' in html
    assert "Une saison" not in html


def test_search_shows_the_first_answers_and_the_way_to_all(client):
    for number in range(7):
        practice(title=f"Terroir {number}")
    practice(title="Terroir retiré", archived=True)
    html = text_of(client.get("/recherche/", {"q": "terroirs"}))
    assert html.count("<article") == 5
    assert "retiré" not in html
    assert 'href="/pratiques/?q=terroirs"' in html
    assert "7\u00a0pratiques" in html


def test_search_says_what_it_corrected(client):
    practice(title="Gastronomie")
    assert "<b>gastronomie</b>" in text_of(client.get("/recherche/", {"q": "gastronmie"}))


def test_search_without_answer_says_so(client):
    assert "Rien ne répond" in text_of(client.get("/recherche/", {"q": "zyxwvut"}))


@pytest.mark.parametrize("q", ["\0", "a" * 5_000])
def test_search_refuses_strange_words(client, q):
    assert client.get("/recherche/", {"q": q}).status_code == 400


@pytest.mark.parametrize("q", ["%", "'\"\\", "<script>", 'a -b "c', "🙂", "a" * 200])
def test_search_takes_any_other(client, q):
    assert client.get("/recherche/", {"q": q}).status_code == 200


def test_a_territory_of_that_name_comes_first(client):
    territory("commune", "38185", "Grenoble")
    html = client.get("/recherche/?q=grenoble").content.decode()
    assert '<a href="/territoires/commune-38185/">Grenoble (Commune)</a>' in html
