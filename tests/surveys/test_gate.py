"""Every transition, for every role and the clock, from every state."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from aict.moderation.readiness import Refused
from surveys import gate
from surveys.models import Response, State, Survey
from surveys.states import TRANSITIONS
from surveys.tasks import close_over
from tests.people import factories as people
from tests.surveys import making

pytestmark = pytest.mark.django_db
# The effects of rooms above have their own tests.
OWN = {"open", "rework", "close", "reopen"}


def yesterday():
    return timezone.localdate() - timedelta(days=1)


@pytest.fixture
def alone(monkeypatch):
    """The gate with this room's effects only."""
    own = {
        name: [one for one in effects if one.__module__ in {"surveys.gate", "surveys.opening"}]
        for name, effects in gate.EFFECTS.items()
    }
    monkeypatch.setattr(gate, "EFFECTS", own)


@pytest.mark.parametrize("transition", TRANSITIONS)
def test_only_the_coordination_changes_a_state(alone, transition):
    rule = TRANSITIONS[transition]
    survey = making.survey(state=next(iter(rule.sources)))
    with pytest.raises(PermissionDenied):
        gate.apply(survey, transition, people.officer(), "Parce que.")
    entry = gate.apply(survey, transition, people.coordinator(), "Parce que.")
    assert (survey.state, entry.target) == (rule.target, rule.target)


@pytest.mark.parametrize("transition", TRANSITIONS)
@pytest.mark.parametrize("state", State.values)
def test_each_transition_starts_from_its_own_states(alone, transition, state):
    survey, rule = making.survey(state=state), TRANSITIONS[transition]
    if state not in rule.sources:
        with pytest.raises(Refused, match="n’est plus possible"):
            gate.apply(survey, transition, people.coordinator(), "Parce que.")
        assert Survey.objects.get().state == state


@pytest.mark.parametrize("transition", TRANSITIONS)
@pytest.mark.parametrize("days", [-1, 0, None])
def test_the_clock_only_closes_what_is_over(alone, transition, days):
    day = None if days is None else timezone.localdate() + timedelta(days=days)
    survey = making.survey(state=next(iter(TRANSITIONS[transition].sources)), closes_on=day)
    if (transition, days) == ("close", -1):
        assert gate.apply(survey, transition, None).by is None
    else:
        with pytest.raises(Refused):
            gate.apply(survey, transition, None, "Parce que.")


def test_the_nightly_job_closes_what_is_over():
    over = making.survey(state="open", closes_on=yesterday())
    making.survey(slug="en-cours", state="open", closes_on=timezone.localdate())
    making.survey(slug="sans-date", state="open")
    assert close_over() == 1
    assert close_over() == 0
    over.refresh_from_db()
    assert over.state == State.CLOSED


def test_what_is_reopened_says_why_and_has_days_left(alone):
    survey, someone = making.survey(state="closed", closes_on=yesterday()), people.coordinator()
    with pytest.raises(Refused, match="pourquoi"):
        gate.apply(survey, "reopen", someone)
    with pytest.raises(Refused, match="date de clôture"):
        gate.apply(survey, "reopen", someone, "Trois départements manquent.")


def test_nobody_reworks_what_somebody_answers(alone):
    survey = making.survey(state="open")
    Response.objects.create(survey=survey)
    with pytest.raises(Refused, match="commencées"):
        gate.apply(survey, "rework", people.coordinator())


def uncrossed() -> dict:
    told = making.small()
    del told["sections"][0]["questions"][0]["crossing"]
    return told


def with_territory() -> dict:
    told = making.small()
    told["sections"][0]["questions"].append(making.question("place", "territory"))
    return told


@pytest.mark.parametrize(
    ("questionnaire", "day", "words"),
    [
        (uncrossed, None, "comparer"),
        (with_territory, None, "anonyme"),
        (making.small, yesterday, "passée"),
    ],
)
def test_what_is_not_ready_does_not_open(alone, questionnaire, day, words):
    survey = making.survey(questionnaire=questionnaire(), closes_on=day and day())
    with pytest.raises(Refused, match=words):
        gate.apply(survey, "open", people.coordinator())
    survey.refresh_from_db()
    assert survey.state == State.DRAFT
