"""Sending, correcting, erasing."""

import pytest

from aict.moderation.readiness import Refused
from surveys.answering import sending
from surveys.answering.keys import new_key
from surveys.answering.starting import begin
from surveys.models import CodedResponse, Mode, Response, Survey
from tests.surveys import making

pytestmark = pytest.mark.django_db
ANSWERS = {"level": "o1", "after": "3", "count": 12, "words": " Des mots. "}


def response(**told) -> Response:
    return begin(making.survey(state="open", **told), new_key())


def test_what_is_sent_is_checked_and_coded():
    sent = sending.send(response(), ANSWERS)
    assert sent.answers == sent.draft == ANSWERS | {"words": "Des mots."}
    assert sent.coded.codes == [1, -1, -1, -1, 3, -1, -1, -1, -1, -1, -1, 3, 1]


def test_what_was_not_asked_is_dropped():
    assert sending.send(response(), ANSWERS | {"level": "o2"}).answers == {
        "level": "o2",
        "count": 12,
        "words": "Des mots.",
    }


def test_sending_again_replaces():
    first = response()
    sending.send(first, ANSWERS)
    sending.send(first, ANSWERS | {"count": 0})
    assert CodedResponse.objects.get().codes[11] == 1


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ({}, "level"),
        ({"level": "ox"}, "level"),
        (ANSWERS | {"count": "douze"}, "count"),
        (ANSWERS | {"count": 501}, "count"),
        (ANSWERS | {"words": "x" * 201}, "words"),
        (ANSWERS | {"best": ["o1", "o1"]}, "best"),
        (ANSWERS | {"best": ["o1", "o2", "o3"]}, "best"),
        (ANSWERS | {"several": [["o1"]]}, "several"),
        (ANSWERS | {"grid": {"a": "o9"}}, "grid"),
    ],
)
def test_what_is_wrong_or_lacks_is_not_sent(answers, question):
    mine = response()
    with pytest.raises(sending.IncompleteError) as error:
        sending.send(mine, answers)
    assert list(error.value.problems) == [question]
    mine.refresh_from_db()
    assert mine.answers is None
    assert not CodedResponse.objects.exists()


def test_nothing_goes_once_it_is_closed():
    mine = response()
    Survey.objects.update(state="closed")
    with pytest.raises(Refused, match="close"):
        sending.send(mine, ANSWERS)
    with pytest.raises(Refused, match="close"):
        sending.erase(mine)


def test_the_day_is_kept_in_named_surveys_only():
    assert sending.send(response(), ANSWERS).day is None
    assert sending.send(response(slug="nom", mode=Mode.NAMED), ANSWERS).day


def test_nothing_remains_of_what_is_erased():
    mine = sending.send(response(), ANSWERS)
    tab = Response.objects.get()
    sending.erase(mine)
    with pytest.raises(Refused, match="effacée"):
        sending.send_typed(tab)
    with pytest.raises(Refused, match="effacée"):
        sending.send(tab, ANSWERS)
    assert not Response.objects.exists()
    assert not CodedResponse.objects.exists()
