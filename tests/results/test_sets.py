"""Counting in sets says what counting in SQL says, and forgets what changed."""

import pytest
from django.db import connection

from surveys.models import Survey
from surveys.questionnaire.layout import columns
from surveys.results import aggregate, sets
from tests.surveys import making

pytestmark = pytest.mark.django_db

COUNT = """
SELECT codes[%s], codes[%s], count(*) FROM surveys_codedresponse WHERE survey_id = %s GROUP BY 1, 2
"""
GIVEN = [
    {"level": "o1", "after": "2", "several": ["o1"], "grid": {"a": "o1", "b": "o3"}},
    {"level": "o1", "after": "5", "best": ["o3", "o1"], "size": "o2", "count": 30},
    {"level": "o2", "several": ["o2", "o3"], "grid": {"a": "o2"}},
    {"level": "o3"},
]


def answered(state="closed") -> Survey:
    survey = making.survey(state=state)
    for answers in GIVEN:
        making.sent(survey, answers)
    return survey


def test_every_crossing_is_that_of_sql():
    survey = answered()
    every = columns(survey.form)
    for column in every:
        for across in every:
            if column.question == across.question or across.item:
                continue
            made = next(
                t
                for t in aggregate.tables(survey, column.question, across.question)
                if t.item == column.item
            )
            with connection.cursor() as cursor:
                cursor.execute(COUNT, [column.place, across.place, survey.pk])
                found = {
                    (column.value(v).id, across.value(g).id): n for v, g, n in cursor.fetchall()
                }
            told = {
                (value, group): made.counts[v][g]
                for v, (value,) in enumerate(made.values)
                for g, (group,) in enumerate(made.groups)
                if made.counts[v][g]
            }
            assert told == found
            assert made.n == len(GIVEN)


def test_answers_that_come_after_closing_are_counted(django_assert_num_queries):
    survey = answered()
    assert aggregate.tables(survey, "level")[0].n == 4
    with django_assert_num_queries(1):
        aggregate.tables(survey, "several", "level")
    late = making.sent(survey, {"level": "o3"})
    assert aggregate.tables(survey, "level")[0].totals == (2, 1, 2)
    late.delete()
    assert aggregate.tables(survey, "level")[0].totals == (2, 1, 1)


def test_answers_of_an_open_survey_tick_nothing():
    before = sets.moment()[0]
    survey = answered(state="open")
    assert sets.moment()[0] == before
    assert aggregate.tables(survey, "level")[0].n == 4


def test_a_crossing_has_one_column():
    with pytest.raises(ValueError, match="grid"):
        aggregate.tables(answered(), "level", "grid")
    with pytest.raises(KeyError):
        aggregate.tables(making.survey(slug="autre"), "inconnue")


def test_codes_beyond_a_byte_are_told_apart():
    codes = [1, 257, 513, -1, 0, 300]
    low = bytes(code & 255 for code in codes)
    high = bytes((code >> 8) & 255 for code in codes)
    assert {
        code: bits.bit_count() for code, bits in sets.split(low, high).items()
    } == dict.fromkeys(codes, 1)


def test_nobody_answered():
    (table,) = aggregate.tables(making.survey(state="closed"), "level", "size")
    assert (table.n, table.totals, table.sizes) == (0, (0, 0, 0), (0, 0, 0))
