"""The list of fiches: page, file, feed, API, search; the same filters everywhere."""

import csv
import io

import feedparser
import pytest

from aict.taxonomies.models import Modality, Theme
from practices.sheets.listing import SHEETS
from tests.practices.factories import practice, term
from tests.sheets import workflow

pytestmark = pytest.mark.django_db
ADDRESS = "/fiches-reperes/"


@pytest.fixture
def sheets():
    term(Theme, "terroir", "Terroir")
    term(Modality, "salons", "Salons", categories=["promotion"])
    tool = {"name": "Salon", "use": "Vendre", "modality": "salons"}
    return [
        workflow.published(title="Goûter", themes=["terroir"], tools=[tool], levels=["region"]),
        workflow.published(
            title="Appeler", categories=["cooperation", "promotion"], levels=["commune"]
        ),
    ]


def titles(client, query="") -> list[str]:
    sent = client.get(f"{ADDRESS}?format=csv&{query}").getvalue().decode()
    return [row[1] for row in csv.reader(io.StringIO(sent), delimiter=";")][1:]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Goûter", "Appeler"]),
        ("tri=titre", ["Appeler", "Goûter"]),
        ("categorie=cooperation", ["Appeler"]),
        ("theme=terroir", ["Goûter"]),
        ("niveau=commune", ["Appeler"]),
        ("modalite=salons", ["Goûter"]),
        ("q=salon", ["Goûter"]),
        ("q=introuvable", []),
    ],
)
def test_the_same_filters_everywhere(client, sheets, query, found):
    assert titles(client, query) == found
    page = client.get(f"{ADDRESS}?{query}")
    assert f"<b data-live-count>{len(found)}" in page.text
    told = client.get(f"/api/v1/fiches-reperes/?{query}").json()
    assert sorted(row["titre"] for row in told["results"]) == sorted(found)
    feed = feedparser.parse(client.get(f"{ADDRESS}flux.atom?{query}").content)
    assert not feed.bozo
    assert sorted(entry.title for entry in feed.entries) == sorted(found)


@pytest.mark.parametrize("query", ["theme=inconnu", "tri=prix", "page=9", "q=%00", "format=xml"])
def test_what_does_not_exist_is_refused_in_words(client, sheets, query):
    answer = client.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 400
    assert "<h1" in answer.text


def test_a_whole_fiche_for_machines(client):
    kept, gone = practice(), practice()
    examples = [{"practice": row.slug, "note": "Une leçon"} for row in (kept, gone)]
    sheet = workflow.published(workflow.full(goals=[], examples=examples))
    gone.archived_at = sheet.updated_at
    gone.save()
    told = client.get(f"/api/v1/fiches-reperes/{sheet.slug}/").json()
    assert told["numero"] == sheet.number
    assert told["faits"][0]["lu_le"] == "2026-03-01"
    assert told["acteurs"] == [{"nom": "CCI", "apport": "Le carnet d’adresses", "pilote": "eco"}]
    assert [row["pratique"] for row in told["exemples"]] == [kept.slug, ""]
    assert [bool(row["retire_le"]) for row in told["exemples"]] == [False, True]


def test_search_over_everything_shows_fiches(client, sheets):
    page = client.get("/recherche/?q=go%C3%BBter").text
    assert "Fiches-repères" in page
    assert "<mark>Goûter</mark>" in page


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.django_db(transaction=True)
def test_queries_do_not_grow_with_fiches(client, number, django_assert_num_queries):
    for _ in range(number):
        workflow.published()
    SHEETS.forget()
    client.get(ADDRESS)
    # The clock and the order; the index and the cards are kept.
    with django_assert_num_queries(2):
        client.get(ADDRESS)
