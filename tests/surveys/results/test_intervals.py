"""What the checker deduces is what enumerating every possible table finds."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.questionnaire.layout import most
from surveys.questionnaire.reading import SCHEMA, read
from surveys.results import checking
from surveys.results.intervals import UnreadableTable, intervals
from surveys.results.tables import Table
from tests.surveys.results.worlds import asked

SMALL = st.integers(0, 2)


@st.composite
def grids(draw):
    height, width = draw(st.integers(2, 3)), draw(st.integers(2, 3))
    line = st.lists(SMALL, min_size=width, max_size=width)
    cells = draw(st.lists(line, min_size=height, max_size=height))
    every = [(r, c) for r in range(height) for c in range(width)]
    hidden = draw(st.sets(st.sampled_from(every), min_size=1, max_size=4))
    return cells, hidden, draw(st.booleans())


def enumerated(cells, hidden, cap):
    """The least and the most of each hidden cell over all tables that a reader cannot tell apart."""
    rows, columns = [sum(row) for row in cells], [sum(c) for c in zip(*cells, strict=True)]
    order, found = sorted(hidden), {}
    for values in product(range(cap + 1), repeat=len(order)):
        trial = [list(row) for row in cells]
        for (r, c), value in zip(order, values, strict=True):
            trial[r][c] = value
        if [sum(row) for row in trial] == rows and [
            sum(c) for c in zip(*trial, strict=True)
        ] == columns:
            for cell, value in zip(order, values, strict=True):
                low, high = found.get(cell, (value, value))
                found[cell] = min(low, value), max(high, value)
    return found


@settings(max_examples=30)
@given(grids())
def test_intervals_are_those_of_enumeration(drawn):
    cells, hidden, capped = drawn
    rows, columns = [sum(row) for row in cells], [sum(c) for c in zip(*cells, strict=True)]
    shown = [
        [None if (r, c) in hidden else n for c, n in enumerate(row)] for r, row in enumerate(cells)
    ]
    cap = 2 if capped else 6
    found = intervals(rows, columns, shown, [2] * len(columns) if capped else None)
    assert {(r, c): (low, high) for r, c, low, high in found} == enumerated(cells, hidden, cap)


def test_a_table_that_cannot_be_is_refused():
    with pytest.raises(UnreadableTable):
        list(intervals([3, 3], [3, 3], [[None, 4], [None, None]]))


def ticking(limit: int, exclusive: bool):
    made = [{"id": f"o{n}", "label": "x"} for n in (1, 2, 3)]
    made[2] |= {"exclusive": exclusive}
    question = asked("some", "multiple", options=made, **({"most": limit} if limit else {}))
    section = {"id": "un", "title": "Un", "questions": [question]}
    return read({"$schema": SCHEMA, "title": "x", "sections": [section]}).question("some")


@settings(max_examples=15)
@given(
    st.integers(0, 2),
    st.booleans(),
    st.lists(st.integers(0, 6), min_size=3, max_size=3),
    st.sets(st.sampled_from(["o1", "o2", "o3"]), min_size=1),
)
def test_hidden_options_are_those_of_enumeration(limit, exclusive, persons, hidden):
    """Each person is one of the ways to tick; every crowd of the same size is tried."""
    question = ticking(limit, exclusive)
    ways = ways_of(question)
    truth = [ways[p % len(ways)] for p in persons]
    totals = {o: sum(o in way for way in truth) for o in ("o1", "o2", "o3")}
    possible = {o: set() for o in hidden}
    for crowd in product(ways, repeat=len(truth)):
        seen = {o: sum(o in way for way in crowd) for o in totals}
        if all(seen[o] == totals[o] for o in totals if o not in hidden):
            for o in hidden:
                possible[o].add(seen[o])
    expected = {o: (min(values), max(values)) for o, values in possible.items()}
    assert found_by_checker(question, totals, hidden, len(truth)) == expected


def ways_of(question) -> list[set[str]]:
    alone = {o.id for o in question.options if o.exclusive}
    every = [set(w) for w in ({"o1"}, {"o2"}, {"o3"}, {"o1", "o2"}, {"o1", "o3"}, {"o2", "o3"})]
    every.append({"o1", "o2", "o3"})
    return [w for w in every if len(w) <= most(question) and not (w & alone and len(w) > 1)]


def found_by_checker(question, totals, hidden, n):
    tables = [
        Table(
            "some",
            item,
            "",
            (("oui",), ("non",)),
            (),
            n,
            (None, None) if item in hidden else (count, n - count),
        )
        for item, count in totals.items()
    ]
    return checking.options_between(question, tables)
