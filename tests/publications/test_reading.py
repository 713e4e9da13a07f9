"""The list of publications and the page of one of them, as everybody reads them."""

import csv
import io

import pytest
from django.core.files.base import ContentFile

from aict.links.places import everywhere
from aict.moderation.models import Attachment
from aict.taxonomies.models import Theme
from practices.publications.cards import CARDS
from practices.publications.filters import PublicationFilter
from practices.publications.listing import PUBLICATIONS
from practices.publications.models import Publication
from tests.people import factories as people
from tests.practices.factories import term
from tests.publications.factories import publication, published

pytestmark = pytest.mark.django_db
ADDRESS = "/publications/"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PUBLICATIONS.forget()
    CARDS.kept.clear()


def titles(client, query="") -> list[str]:
    sent = client.get(f"{ADDRESS}?format=csv&{query}").getvalue().decode()
    return [row[0] for row in csv.reader(io.StringIO(sent), delimiter=";")][1:]


def test_what_is_announced_comes_first_then_the_latest(client):
    publication(title="2012", year=2012, month=3)
    publication(title="2013 sans mois", year=2013, month=None)
    publication(title="2013 juin", year=2013, month=6)
    publication(title="Annoncée", standing="a-venir", announced="printemps 2027")
    assert titles(client) == ["Annoncée", "2013 juin", "2013 sans mois", "2012"]
    text = client.get(ADDRESS).text
    assert "annoncée pour printemps 2027" in text
    assert text.index("2013 juin") < text.index("2012</a>")


def test_each_facet_finds_its_publication_everywhere(client):
    food = term(Theme, "gastronomie-terroir", "Gastronomie et terroir")
    publication(
        title="Trouvée",
        type="actes",
        year=2024,
        categories=["promotion"],
        themes=[food],
        language="en",
        publishers="Agence d’essai",
    )
    publication(title="Autre", standing="a-venir")
    for query in (
        *("type=actes", "statut=paru", "annee=2024", "categorie=promotion"),
        *("theme=gastronomie-terroir", "langue=en", "q=agence"),
    ):
        assert "<b data-live-count>1" in client.get(f"{ADDRESS}?{query}").text, query
        assert titles(client, query) == ["Trouvée"], query
        (found,) = client.get(f"/api/v1/publications/?{query}").json()["results"]
        assert found["titre"] == "Trouvée", query
        feed = client.get(f"{ADDRESS}flux.atom?{query}").text
        assert "Trouvée" in feed, query
        assert "Autre" not in feed, query
    assert {facet.name for facet in PUBLICATIONS.facets} <= set(PublicationFilter.base_filters)


def test_bad_parameters_are_refused_in_words(client):
    for query in ("type=roman", "annee=mdcccl", "page=9", "tri=au-hasard", "q=%00"):
        assert client.get(f"{ADDRESS}?{query}").status_code == 400, query
    assert client.get("/api/v1/publications/?type=roman").status_code == 400
    assert client.get(f"{ADDRESS}flux.atom?type=roman").status_code == 400


def test_search_and_alerts_know_the_list(client):
    publication(title="Ports jumeaux")
    assert 'href="/publications/?q=jumeaux"' in client.get("/recherche/?q=jumeaux").text
    assert "/alertes/creer/?liste=publications" in client.get(ADDRESS).text
    assert client.get("/alertes/creer/?liste=publications&type=etude").status_code == 200


def test_the_page_quotes_the_document_and_says_what_is_not_known(client):
    row = publication(
        title="Ports jumeaux", publishers="Agence d’essai", pages=48, fictional=True, link=""
    )
    text = client.get(row.get_absolute_url()).text
    assert "Agence d’essai, «\u00a0Ports jumeaux\u00a0» (exemple fictif), mars 2025, 48 p." in text
    assert "Nous n’en connaissons pas d’exemplaire en ligne" in text
    assert "Exemple fictif" in text
    assert "Modifier" not in text


def test_what_is_announced_offers_to_tell_when_it_is_out(client):
    row = publication(standing="a-venir", announced="2027")
    text = client.get(row.get_absolute_url()).text
    assert "Annoncée pour 2027" in text
    assert f"/alertes/creer/?suivre={row.contribution.token}" in text
    assert "exemplaire" not in text


def test_a_file_and_a_link_are_offered(client):
    row = published(link="https://exemple.example/etude", here="/observatoire/")
    contribution = row.contribution
    kept = Attachment.objects.create(
        contribution=contribution,
        kind="document",
        file=ContentFile(b"%PDF-", name="etude.pdf"),
        content_type="application/pdf",
        size=5,
        name="Étude complète",
    )
    contribution.revisions.filter(accepted=True).update(data={"attachments": [str(kept.token)]})
    text = client.get(row.get_absolute_url()).text
    assert "Étude complète" in text
    assert 'href="https://exemple.example/etude"' in text
    assert 'href="/observatoire/"' in text
    assert [p.page for p in everywhere() if p.url == row.link] == [row.get_absolute_url()]


def test_withdrawn_it_says_so_and_leaves_lists(client):
    row = publication(title="Retirée", archived=True)
    assert client.get(row.get_absolute_url()).status_code == 410
    assert titles(client) == []
    assert client.get("/publications/jamais/").status_code == 404


def test_coordinators_find_their_buttons(client):
    row = publication()
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    assert "Modifier" in client.get(row.get_absolute_url()).text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rows", [1, 3])
def test_queries_do_not_grow(client, rows, django_assert_num_queries):
    food = term(Theme, "gastronomie-terroir", "Gastronomie et terroir")
    for _row in range(rows):
        publication(themes=[food])
    client.get(ADDRESS)  # what each process learns once
    with django_assert_num_queries(2):
        assert client.get(ADDRESS).text.count("<article") == rows
    with django_assert_num_queries(4):
        client.get("/api/v1/publications/")
    address = Publication.objects.newest_first().first().get_absolute_url()
    with django_assert_num_queries(4):
        client.get(address)
