"""What hostile people send to the surveys: refused in words, nothing told."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from surveys.campaign import reading
from surveys.followup.models import FollowUp
from surveys.questionnaire.reading import SCHEMA
from surveys.results.charts.canvas import Canvas
from tests.people import factories as people
from tests.results import publications
from tests.surveys import making
from tests.surveys.answering import at, begun
from tests.texts.making import quote

pytestmark = pytest.mark.django_db
HEAD = f'{{"$schema":"{SCHEMA}","title":"t"'
QUESTION = HEAD + ',"sections":[{"id":"a","title":"t","questions":[{%s,"label":"x"}]}]}'
FILES = {
    "a name without a letter": QUESTION % '"id":"\\ud800","type":"text"',
    "an unknown word": HEAD + ',"\\ud800":1,"sections":[]}',
    "a number beyond numbers": QUESTION % f'"id":"q","type":"number","low":1{"0" * 4000}',
    "a very long name": QUESTION % f'"id":"{"x" * 300_000}","type":"text"',
    "brackets": "[" * 100_000,
    "a list for a type": QUESTION % '"id":"q","type":["text"]',
    "numbers for options": QUESTION % '"id":"q","type":"single","options":[1,2]',
    "too many options": QUESTION
    % '"id":"q","type":"single","options":[%s]'
    % ",".join(f'{{"id":"o{n}","label":"x"}}' for n in range(5_000)),
    "a name of ours": QUESTION % '"id":"repondants","type":"text"',
    "itself": QUESTION % '"id":"q","type":"text","condition":{"question":"q","in":["q"]}',
}


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(people.coordinator())
    return client


@pytest.mark.parametrize("name", FILES)
def test_an_odd_file_is_refused_in_a_few_words(desk, name):
    survey = making.survey()
    file = SimpleUploadedFile("q.json", FILES[name].encode())
    where = f"/enquetes/gestion/{survey.slug}/questionnaire/fichier/"
    answer = desk.post(where, {"version": 1, "file": file})
    assert answer.status_code == 422
    assert len(answer.content) < 60_000


def test_a_draft_says_nothing_to_who_never_answered_it(client):
    survey = making.survey(title="Titre secret")
    posted = {"version": 1, "r-level": "o1"}
    for address in (at(survey, "send"), at(survey, "section", "un"), at(survey, "save", "un")):
        assert client.post(address, posted).status_code == 404
    assert client.get(at(survey, "section", "un")).status_code == 404
    survey.state = "open"
    survey.save()
    device, _response = begun(survey)
    type(survey).objects.update(state="draft")
    assert device.post(at(survey, "send"), posted).status_code == 409


def test_reasons_with_a_nul_are_kept_without_it(desk):
    survey = publications.published()
    follow_up = FollowUp.objects.create(survey=survey, text="Un guide.", state="published")
    found = quote(survey)
    here = f"/enquetes/gestion/{survey.slug}/"
    desk.post(f"{here}suites/{follow_up.pk}/changer/", {"retirer": "1", "pourquoi": "a\0b"})
    desk.post(f"{here}textes/citations/{found.pk}/", {"raison": "a\0b", "version": found.version})
    desk.post(f"{here}publication/retirer/", {"pourquoi": "a\0b"})
    found.refresh_from_db()
    assert found.reason == survey.journal.first().comment == "ab"
    assert follow_up.journal.first().comment == "ab"


def test_control_characters_are_not_drawn():
    canvas = Canvas(300, inline=True)
    canvas.text(0, 0, "un\x0b\x01 titre")
    assert "un titre" in canvas.body()


def test_a_list_of_guests_without_any_space_is_read_at_once():
    (guest,) = reading.pasted("a" * 190_000)
    assert guest.trouble
