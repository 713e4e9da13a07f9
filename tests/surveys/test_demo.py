"""The surveys of the demonstration: their shape, and that they come once."""

from collections import Counter
from datetime import date, timedelta
from statistics import mean

import pytest

from aict.people.models import User
from surveys.demo import loading, needs, point
from surveys.models import CodedResponse, Response, Survey
from surveys.questionnaire.answers import checked, kept, lacking
from surveys.results import aggregate

LEVEL = {"jamais": 0, "ponctuel": 1, "regulier": 2, "prioritaire": 3}


@pytest.fixture(scope="module")
def said() -> list[dict]:
    return [needs.answers(f"besoins-2024:{n}", False) for n in range(412)]


def share(said, question, value):
    given = [one[question] for one in said if question in one]
    return sum(value in one if isinstance(one, list) else one == value for one in given) / len(
        given
    )


def strength(said, question, row, scale=LEVEL):
    return mean(scale[one[question][row]] for one in said)


def test_international_relations_answer_most(said):
    assert 0.5 < share(said, "q4", "ri") < 0.7


def test_what_is_done_is_not_what_is_asked(said):
    done, asked = (
        {row: strength(said, question, row) for row in needs.DONE} for question in ("q7", "q8")
    )
    assert min(done["promotion"], done["cooperation"]) > done["internationalisation"] + 0.8
    assert min(asked["internationalisation"], asked["promotion"]) > asked["cooperation"] + 0.7


def test_new_partners_are_sought_elsewhere(said):
    assert share(said, "q13", "4") + share(said, "q13", "5") > 0.5
    for zone in ("ocde", "brics"):
        assert share(said, "q12", zone) > share(said, "q11", zone) + 0.25
    assert share(said, "q11", "afrique") > 0.5 > share(said, "q12", "afrique") + 0.2


def test_associations_funding_and_effects_are_weak_points(said):
    assert share(said, "q14", "associations") < 0.25 < share(said, "q15", "associations")
    unknown = Counter(value for one in said for value in one["q19"].values())
    assert unknown["inconnu"] > unknown["demande"] + unknown["obtenu"]
    assert share(said, "q21", "non") > 0.6


def test_two_needs_are_important_and_little_satisfied(said):
    scale = {str(step): step for step in range(1, 6)}
    for need in ("exemples", "mise-en-relation"):
        assert strength(said, "q23", need, scale) > 4 > 2.2 > strength(said, "q23s", need, scale)


def test_larger_authorities_have_more_means(said):
    large, small = (
        [one for one in said if (one["q2"] in {"100-200k", "plus-200k"}) is big]
        for big in (True, False)
    )
    assert share(small, "q17", "0") > share(large, "q17", "0") + 0.1


@pytest.mark.django_db
def test_they_are_loaded_once_and_may_be_counted():
    people = [User.objects.create(email="coordination@demo.example")] * 2
    assert len(list(loading.load(*people))) == 3
    assert list(loading.load(*people)) == []
    states = dict(Survey.objects.values_list("slug", "state"))
    assert states == {"besoins-2024": "closed", "point-2026": "open", "missions-2026": "draft"}
    assert Response.objects.sent().count() == CodedResponse.objects.count() == 412 + 35
    closed = Survey.objects.get(slug=loading.NEEDS)
    assert closed.responses.filter(answers__has_key="q25").count() == 120
    (level,) = aggregate.tables(closed, "q1")
    assert level.n == 412
    assert min(level.totals) >= 5


@pytest.mark.django_db
def test_the_open_one_stays_open():
    people = [User.objects.create(email="coordination@demo.example")] * 2
    later = date.today() + timedelta(days=60)  # noqa: DTZ011
    assert [len(list(loading.load(*people, today=day))) for day in (None, later)] == [3, 0]
    assert Survey.objects.get(slug=loading.POINT).closes_on == later + loading.WEEKS_LEFT


@pytest.mark.parametrize("fiction", loading.fictions(date(2026, 1, 1))[:2], ids=lambda f: f.slug)
def test_every_answer_is_one_that_could_be_given(fiction):
    form = Survey(questionnaire=loading.questionnaire_of(fiction)).form
    for number in range(60):
        answers = fiction.answers(f"{fiction.slug}:{number}", True)
        for id, value in answers.items():
            assert checked(form.question(id), value) == value, id
        assert kept(form, answers) == answers
        assert not lacking(form, answers)
    assert point.answers("x", False) == point.answers("x", False)
