"""Crossings that coordinators read are hidden as those that are published: nothing is found by subtraction."""

from dataclasses import replace
from functools import partial
from random import Random

import pytest

from surveys.models import CodedResponse, Response
from surveys.questionnaire.layout import encode
from surveys.results import aggregate, analysis
from surveys.results.intervals import intervals
from surveys.results.publishing import Published, publish
from tests.surveys import making

pytestmark = pytest.mark.django_db
CROSSED = ("several", "grid", "best", "size", "count")


def lived(seed: int, n: int = 160):
    """Answers of which some are rare."""
    drawn, survey = Random(seed), making.survey(state="closed")
    options = ["o1"] * 7 + ["o2"] * 5 + ["o3"]
    made = []
    for _ in range(n):
        a, b, c, d, e = (drawn.choice(options) for _ in range(5))
        best = drawn.sample(["o1", "o2", "o3"], 2)
        said = {"level": a, "several": list({b, c}), "grid": {"a": b, "b": d}, "best": best}
        made.append(said | {"size": e, "count": drawn.randrange(20)})
    rows = Response.objects.bulk_create(Response(survey=survey, answers=said) for said in made)
    form = survey.form
    CodedResponse.objects.bulk_create(
        CodedResponse(response=row, survey=survey, codes=encode(form, row.answers)) for row in rows
    )
    return survey


@pytest.mark.parametrize("seed", range(2))
def test_no_hidden_cell_is_surely_small(seed):
    survey = lived(seed)
    hidden = 0
    for question in CROSSED:
        for by in {"level", "size"} - {question}:
            for table in analysis.tables(survey, question, by):
                totals = [total or 0 for total in table.totals]
                cells = [list(row) for row in table.counts]
                if not any(cell for row in cells for cell in row):
                    continue  # too fine: it says nothing
                for _row, _column, _least, most in intervals(totals, list(table.sizes), cells):
                    hidden += 1
                    assert most >= 5, (question, by, table)
    assert hidden


def test_coordinators_and_readers_read_the_same_crossing():
    survey, told = lived(7, n=400), Published()
    list(publish(survey.form, partial(aggregate.tables, survey), told))
    crossed = [table for table in told.tables if table.crossing]
    assert crossed
    for table in crossed:
        mine = {t.item: t for t in analysis.tables(survey, table.question, table.crossing)}
        assert mine[table.item] == table


def test_a_crossing_reads_the_same_both_ways():
    """What one way hides and the other shows would give the rest back by subtraction."""
    survey = lived(0, n=60)
    for one, other in (("size", "count"), ("count", "level"), ("size", "level")):
        [there], [back] = analysis.tables(survey, one, other), analysis.tables(survey, other, one)
        assert back.counts == tuple(zip(*there.counts, strict=True))
        assert (back.values, back.groups) == (there.groups, there.values)
        assert (back.question, back.crossing, back.sizes) == (other, one, there.totals)


def test_a_question_asked_to_some_is_not_crossed():
    """Those who were not asked gave the answer that closes it: a line of that other crossing."""
    survey = lived(0, n=60)
    for one, other in (("after", "size"), ("size", "after"), ("after", "level")):
        for table in analysis.tables(survey, one, other):
            assert {cell for row in table.counts for cell in row} == {None}, (one, other)


def test_a_crossing_that_is_too_fine_has_no_number():
    (first, *_) = found = analysis.tables(lived(1, n=6), "several", "level")
    assert [table.item for table in found] == ["o1", "o2", "o3"]
    assert {cell for row in first.counts for cell in row} == {None}
    assert replace(first, counts=()).n == 6
