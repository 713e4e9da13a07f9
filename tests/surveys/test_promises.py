"""What the database itself refuses, whoever asks it."""

import pytest
from django.db import IntegrityError

from surveys.models import Mode, Respondent, Response
from tests.surveys import making

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("change", [{"mode": Mode.NAMED}, {"questionnaire": {"sections": []}}])
def test_an_open_survey_keeps_its_promise(change):
    survey = making.survey(state="open")
    for name, value in change.items():
        setattr(survey, name, value)
    with pytest.raises(IntegrityError, match="do not change"):
        survey.save()


def test_a_draft_changes():
    survey = making.survey(state="draft")
    survey.mode = Mode.NAMED
    survey.save()
    survey.refresh_from_db()
    assert survey.mode == Mode.NAMED


def test_an_anonymous_response_knows_nobody():
    response = making.sent(making.survey(state="open"), {"level": "o1"})
    with pytest.raises(IntegrityError, match="knows nobody"):
        Respondent.objects.create(response=response)


def test_a_named_response_knows_who_answered():
    response = making.sent(making.survey(state="open", mode=Mode.NAMED), {"level": "o1"})
    assert Respondent.objects.create(response=response).response == response


def test_an_anonymous_response_has_no_date():
    survey = making.survey(state="open")
    with pytest.raises(IntegrityError, match="no date"):
        making.sent(survey, {"level": "o1"}, day="2026-01-01")


def test_what_was_sent_and_what_is_only_typed():
    survey = making.survey(state="open")
    typed = Response.objects.create(survey=survey, draft={"level": "o1"})
    answered = making.sent(survey, {"level": "o1"})
    assert list(Response.objects.sent()) == [answered]
    assert list(Response.objects.begun()) == [typed]
