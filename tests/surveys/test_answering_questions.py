"""Questions as a page shows them and as it posts them."""

import json

import pytest
from django.http import QueryDict

from surveys.answering.asking import Shown, in_words, reduced, shown
from surveys.answering.typed import given
from surveys.answering.wording import words
from surveys.questionnaire.reading import read, read_condition
from surveys.questionnaire.structure import Kind, Option, Question
from tests.surveys import making
from tests.surveys.answering import at, begun, post


def asked(kind: Kind, **told) -> Question:
    options = () if kind in {Kind.NUMBER, Kind.TEXT} else (Option("a", "A"), Option("b", "B"))
    return Question("q", kind, "Q ?", options=options, **told)


@pytest.mark.parametrize(
    ("kind", "posted", "value"),
    [
        (Kind.SINGLE, "r-q=a", "a"),
        (Kind.MULTIPLE, "r-q=a&r-q=b", ["a", "b"]),
        (Kind.MULTIPLE, "", []),
        (Kind.RANKING, "r-q.1=&r-q.2=b", ["b"]),
        (Kind.NUMBER, "r-q=1 200,5", 1200.5),
        (Kind.NUMBER, "r-q=1\u202f200", 1200),
        (Kind.NUMBER, "r-q=douze", "douze"),
        (Kind.NUMBER, "r-q=inf", "inf"),
        (Kind.NUMBER, "r-q=nan", "nan"),
        (Kind.NUMBER, "r-q=", ""),
        (Kind.TEXT, "r-q=a%0D%0Ab%00", "a\nb"),
    ],
)
def test_what_is_posted_becomes_an_answer(kind, posted, value):
    assert given(asked(kind), QueryDict(posted)) == value


def test_rows_are_posted_one_by_one():
    question = asked(Kind.MATRIX, rows=(Option("x", "X"), Option("y", "Y")))
    assert given(question, QueryDict("r-q.x=a&r-q.y=&r-q.z=b")) == {"x": "a"}
    assert words(question, {"x": "a"}) == [("X", "A")]


@pytest.mark.parametrize("value", [None, "", "o1", ["o1"], [3], {"a": "o1"}, {"a": ["x"]}, 3, 2.5])
def test_whatever_a_draft_holds_is_shown(value):
    """The questionnaire may have changed since."""
    for question in read(making.small()).questions():
        one = Shown(question, value)
        assert one.choices is not None
        assert one.lines is not None
        assert isinstance(one.written, str)
        assert isinstance(words(question, value), list)


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        (
            {"question": "level", "in": ["o1"]},
            {"all": [{"question": "r-level", "in": ["o1"]}]},
        ),
        ({"question": "old", "in": ["yes"]}, True),
        ({"question": "old", "in": ["no"]}, False),
        (
            {"all": [{"question": "old", "in": ["yes"]}, {"question": "level", "in": ["o1"]}]},
            {"all": [{"question": "r-level", "in": ["o1"]}]},
        ),
        (
            {"any": [{"question": "old", "in": ["yes"]}, {"question": "level", "in": ["o1"]}]},
            True,
        ),
        (
            {"all": [{"question": "old", "in": ["no"]}, {"question": "level", "in": ["o1"]}]},
            False,
        ),
        (
            {"any": [{"question": "old", "in": ["no"]}, {"question": "old", "in": ["non"]}]},
            False,
        ),
    ],
)
def test_earlier_pages_settle_what_they_can(condition, left):
    assert reduced(read_condition(condition), {"level"}, {"old": "yes"}) == left


def test_what_depends_on_this_page_says_so():
    form = read(making.small())
    *_, after = shown(form, form.sections[0], {})
    assert json.loads(after.condition) == {"all": [{"question": "r-level", "in": ["o1"]}]}
    assert after.told == "Si vous avez répondu « Option 1 » à « Question level ? »."


def test_nested_conditions_tell_what_goes_together():
    row = {"question": "grid", "row": "a", "in": ["o1"]}
    both = {"all": [{"question": "level", "in": ["o1"]}, row]}
    condition = read_condition({"any": [both, {"question": "size", "in": ["o2"]}]})
    assert in_words(read(making.small()), condition) == (
        "Si vous avez répondu (« Option 1 » à « Question level ? » et « Option 1 » à « Question grid ? », "
        "ligne « A ») ou « Option 2 » à « Question size ? »."
    )


@pytest.mark.django_db
def test_a_page_that_earlier_answers_empty_is_passed_over():
    data = making.small()
    middle = making.question("middle", "single", options=making.THREE)
    middle["condition"] = {"question": "level", "in": ["o1"]}
    data["sections"].insert(1, {"id": "entre", "title": "Entre", "questions": [middle]})
    survey = making.survey(state="open", questionnaire=data)
    client, _ = begun(survey)
    deux, entre = at(survey, "section", "deux"), at(survey, "section", "entre")
    assert post(client, survey, "un", {"r-level": "o2"})["Location"] == deux
    assert post(client, survey, "deux", {}, go="previous")["Location"] == at(
        survey, "section", "un"
    )
    assert post(client, survey, "un", {"r-level": "o1"})["Location"] == entre
    assert post(client, survey, "entre", {}, go="etape-deux")["Location"] == deux
    assert post(client, survey, "entre", {}, go="summary")["Location"] == at(survey, "summary")


@pytest.mark.django_db
def test_what_a_closed_question_held_comes_back_with_it():
    data = making.small()
    data["sections"][1]["questions"][0]["condition"] = {"question": "level", "in": ["o1"]}
    survey = making.survey(state="open", questionnaire=data)
    client, response = begun(survey)
    post(client, survey, "un", {"r-level": "o1"})
    post(client, survey, "deux", {"r-grid.a": "o3"})
    post(client, survey, "un", {"r-level": "o2"})
    post(client, survey, "deux", {"r-count": "3"})
    response.refresh_from_db()
    assert response.draft["grid"] == {"a": "o3"}
    client.post(at(survey, "send"), {"version": 1})
    response.refresh_from_db()
    assert response.answers == {"level": "o2", "count": 3}
