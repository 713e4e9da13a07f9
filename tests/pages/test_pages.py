import pytest
from django.db import DatabaseError, connection

from aict.pages.home import PROFILES
from tests.events.factories import event

PAGES = (
    "/",
    "/galerie/",
    "/mentions-legales/",
    "/confidentialite/",
    "/accessibilite/",
    "/donnees/",
    "/aide/",
)


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_title_one_main_and_a_language(client, path):
    html = client.get(path).content.decode()
    assert html.count("<h1") == 1
    assert html.count("<main") == 1
    assert '<html lang="fr">' in html
    assert " style=" not in html


@pytest.mark.django_db
def test_a_visitor_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/mentions-legales/")


@pytest.mark.django_db
def test_accessibility_says_not_compliant_everywhere(client):
    assert "Accessibilité\u202f: non conforme" in client.get("/").content.decode()
    assert "audit non réalisé" in client.get("/accessibilite/").content.decode()


@pytest.mark.django_db
def test_demonstration_is_announced(client, settings):
    settings.DEMO = True
    assert "exemple fictif" in client.get("/").content.decode()
    settings.DEMO = False
    assert "exemple fictif" not in client.get("/").content.decode()


def test_gallery_is_not_for_search_engines(client, db):
    assert client.get("/galerie/")["X-Robots-Tag"] == "noindex"


@pytest.mark.django_db
def test_health_answers_for_the_database(client, monkeypatch):
    assert client.get("/sante/").json() == {"etat": "ok", "base": "ok"}

    def dead():
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", dead)
    answer = client.get("/sante/")
    assert answer.status_code == 503
    assert answer.json()["etat"] == "panne"


@pytest.mark.django_db
def test_an_unknown_address_says_where_to_go(client, settings):
    settings.DEBUG = False
    answer = client.get("/nulle-part/")
    assert answer.status_code == 404
    assert "Cette page n’existe pas" in answer.content.decode()


@pytest.mark.django_db
def test_the_home_page_leads_each_profile_to_what_they_come_for(client):
    page = client.get("/").content.decode()
    for profile in PROFILES:
        for _words, path in (profile.first, *profile.ways()):
            assert f'href="{path}"' in page
            assert client.get(path).status_code in {200, 302}, path


@pytest.mark.django_db
def test_the_home_page_shows_coming_events_once_there_are_some(client):
    assert "Tout l’agenda" not in client.get("/").content.decode()
    event(title="Monter une coopération")
    page = client.get("/").content.decode()
    assert "Tout l’agenda" in page
    assert "Monter une coopération" in page
    event(title="Séance passée", days=-10)
    assert "Séance passée" not in client.get("/").content.decode()
