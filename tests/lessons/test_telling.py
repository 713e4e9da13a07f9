"""Telling, checking, approving, on the pages; what is found automatically in a text."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from aict.moderation.readiness import Refused
from practices.lessons import drafts, gate, mails, reminding
from practices.lessons.checklist import POINTS
from practices.lessons.listing import LESSONS
from practices.lessons.models import Lesson, Statement
from practices.lessons.states import TRANSITIONS
from practices.lessons.traces import crossing, known_places, traces
from tests.lessons import making
from tests.people import factories as people

BASE = "/retours-d-experience/"


@pytest.fixture(autouse=True)
def _nothing_remembered():
    LESSONS.forget()


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def test_from_the_first_words_to_the_page(db, client):
    making.enough_places()
    author = signed_in(people.officer(name="Camille Fictif"))
    opened = author.get(f"{BASE}raconter/").text
    assert "pas un secret protégé par la loi" in opened
    sent = author.post(f"{BASE}raconter/", making.TOLD)
    statement = Statement.objects.get()
    assert sent.url == statement.get_absolute_url()
    author.post(f"{sent.url}faire/submit/")
    for number in (1, 2):
        reader = signed_in(people.coordinator())
        page = reader.get(sent.url).text
        assert "Camille Fictif" in page
        statement.refresh_from_db()
        ticked = {"points": [*POINTS], "digest": statement.digest}
        assert reader.post(f"{sent.url}faire/check/", ticked).status_code == 302
        assert (number == 2) is ("Votre accord" in author.get(sent.url).text)
    assert author.post(f"{sent.url}faire/approve/", {"digest": statement.digest}).status_code == 422
    exact = {"digest": statement.digest, "exact": "on"}
    assert author.post(f"{sent.url}faire/approve/", exact).status_code == 302
    lesson = Lesson.objects.get()
    assert lesson.when in client.get(lesson.get_absolute_url()).text
    assert "Ne pas partir sans interprète" in client.get(BASE).text


def test_a_coordinator_rewrites_what_she_read_and_nothing_else(db):
    statement = making.at("submitted")
    reader = signed_in(people.coordinator())
    address = f"{statement.get_absolute_url()}modifier/"
    changed = making.TOLD | {"instead": "Un interprète de métier."}
    stale = reader.post(address, changed | {"digest": "ancien"})
    assert stale.status_code == 422
    assert "Un interprète de métier." in stale.text
    assert reader.post(address, changed | {"digest": statement.digest}).status_code == 302
    statement.refresh_from_db()
    assert statement.instead == "Un interprète de métier."


def test_a_draft_keeps_what_is_typed(db):
    author = signed_in(people.officer())
    sent = {"title": "Un début", "situation": ""}
    for _click in range(2):
        assert author.post(f"{BASE}raconter/", sent).status_code == 302
    statement = Statement.objects.get()
    wrong = author.post(f"{BASE}raconter/", making.TOLD | {"wrong": "Voir moi@ville.example"})
    assert wrong.status_code == 422
    assert "moi@ville.example" in wrong.text
    page = f"{statement.get_absolute_url()}"
    assert author.post(f"{page}faire/submit/").status_code == 409
    assert author.post(f"{page}faire/leave/").status_code == 404
    Statement.objects.update(state="submitted")
    assert author.post(f"{page}modifier/", making.TOLD).status_code == 403


@pytest.mark.parametrize(
    "query", ["?niveau=lune", "?tri=zut", "?page=0", "?format=xml", "?annee=1"]
)
def test_what_the_list_does_not_know_is_said(client, db, query):
    assert client.get(BASE + query).status_code == 400


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_whatever_it_holds(client, count):
    for number in range(count):
        making.lesson(title=f"Leçon {number}")
    client.get(BASE)
    LESSONS.forget()
    with CaptureQueriesContext(connection) as seen:
        assert "Leçon 0" in client.get(BASE).text
    assert len(seen) == 2


def test_a_text_confided_in_another_window_is_not_overwritten(db):
    statement = making.draft()
    kept = Statement.objects.get()
    gate.apply(statement, "submit", making.by(statement, "submit"))
    with pytest.raises(Refused, match="vient d’être confié"):
        drafts.keep(kept, making.TOLD | {"title": "Trop tard"})
    statement.refresh_from_db()
    assert (statement.state, statement.title) == ("submitted", making.TOLD["title"])


def test_every_transition_has_its_words():
    assert mails.WORDS.keys() == TRANSITIONS.keys() | {"remind"}


def test_who_is_waited_on_is_reminded_twice_at_most(db):
    reader = people.coordinator()
    statement = making.at("submitted")
    done = []
    for days in (3, 16, 16, 31, 31):
        then = timezone.now() - timedelta(days=days)
        Statement.objects.update(state_since=then)
        done.append(reminding.run())
    assert done == [0, 1, 0, 1, 0]
    entry = statement.journal.filter(transition="remind").first()
    assert [letter.user for letter in mails.letters(entry)] == [reader]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Écrire à moi@ville.example ou voir www.ville.example", {"une adresse électronique", "une adresse de site"}),
        ("Appeler le 04 76 00 00 00.", {"un numéro de téléphone"}),
        ("C’était en mars 2024, le 12/03/2024.", {"une date"}),
        ("Il a coûté 48 000 €, soit 12 %.", {"un montant", "un pourcentage"}),
        ("La CCI a suivi 312 entreprises.", {"un sigle", "un nombre précis"}),
        ("Nous avons vu Dupont.", {"un nom propre, peut-être"}),
        ("Deux stagiaires, trois rendez-vous, aucune commande.", set()),
        ("Il a dit « jamais je ne reviendrai ici ».", {"une citation"}),
    ],
)  # fmt: skip
def test_what_may_betray_is_found(text, found):
    assert {trace.what for trace in traces([text], set())} == found


def test_names_of_places_are_found_in_a_text(db, django_assert_num_queries):
    people.territory(level="commune", code="38185", name="Saint-Martin-d’Hères")
    people.country("MA", "Maroc")
    texts = ["À St Martin d'Hères, puis au Maroc.", "Une fois, rien."]
    with django_assert_num_queries(2):
        places = known_places(texts)
    assert places == {"saint martin d heres", "maroc"}
    assert {t.found for t in traces(texts, places) if "lieu" in t.what} == {
        "St Martin d'Hères",
        "Maroc",
    }


def test_type_and_size_that_designate_are_said(db):
    region = people.territory(level="region", code="84", name="Auvergne-Rhône-Alpes")
    alone = crossing("region", "", region)
    assert len(alone) == 1
    making.enough_places()
    assert crossing("commune", "", None) == []
    people.territory(level="commune", code="38001", name="Bourg d’ici", region=region)
    assert "compte que 1" in crossing("commune", "", region)[0]
