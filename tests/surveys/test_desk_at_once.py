"""Two coordinators, or two presses of a button, at the very same moment."""

import pytest
from django.test import Client

from surveys.editing import changes, making
from surveys.models import State, Survey, SurveyEntry
from tests.people import factories as people
from tests.surveys import making as surveys
from tests.together import meet_before, together

pytestmark = pytest.mark.django_db(transaction=True)
DESK = "/enquetes/gestion/"
ONE = f"{DESK}petite-enquete/"
TYPED = {"title": "Vos besoins", "summary": "Pour agir.", "year": 2026, "source": "modele"}


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_one_change_of_the_questionnaire_is_kept_and_the_other_told(monkeypatch):
    surveys.survey()
    clients = [signed_in(people.coordinator()) for _ in range(2)]
    meet_before(monkeypatch, changes, "move_question")
    told = {"version": 1, "do": "down"}
    answers = together(
        *(lambda c=c: c.post(f"{ONE}questionnaire/question/level/", told) for c in clients)
    )
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert Survey.objects.get().version == 2


def test_a_survey_is_opened_once():
    surveys.survey()
    clients = [signed_in(people.coordinator()) for _ in range(2)]
    answers = together(*(lambda c=c: c.post(f"{ONE}faire/open/") for c in clients))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert SurveyEntry.objects.filter(transition="open", target=State.OPEN).count() == 1


def test_a_button_pressed_twice_makes_one_survey(monkeypatch):
    person = people.coordinator()
    clients = [signed_in(person) for _ in range(2)]
    meet_before(monkeypatch, making, "free_slug")
    told = TYPED | {"mode": "anonyme"}
    answers = together(*(lambda c=c: c.post(f"{DESK}nouvelle/", told) for c in clients))
    assert {answer.url for answer in answers} == {f"{DESK}vos-besoins-2026/"}
    assert Survey.objects.count() == 1
