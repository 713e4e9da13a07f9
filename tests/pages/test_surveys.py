"""What the roof says of surveys: home, search, the short address of the last results."""

import pytest

from aict.listing.models import Clock
from surveys.results import kept
from tests.followup.making import need
from tests.results import publications
from tests.surveys import making

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    kept.forget()


def test_the_home_page_shows_what_is_open_and_the_last_results(client):
    assert "Ce que disent les collectivités" not in client.get("/").text
    publications.published(slug="finie", title="Celle de l’an dernier")
    making.survey(state="open", open_link=True, title="Celle-ci")
    Clock.tick("survey")
    page = client.get("/").text
    assert "Celle-ci" in page
    assert "/enquetes/finie/resultats/" in page


def test_the_short_address_leads_to_the_last_results(client):
    assert client.get("/resultats/")["Location"] == "/enquetes/"
    publications.published()
    assert client.get("/resultats/")["Location"] == "/enquetes/petite-enquete/resultats/"


def test_search_finds_surveys_and_needs(client):
    need("me-former", "Me former, former mon équipe")
    making.survey(state="open", title="Les formations attendues")
    making.survey(state="draft", slug="secrete", title="Formation secrète")
    page = client.get("/recherche/?q=formations").text
    assert "/enquetes/petite-enquete/" in page
    assert "secrète" not in page
    assert "/besoins/me-former/" in client.get("/recherche/?q=équipe").text
