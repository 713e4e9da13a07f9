"""The status of a line changes with the day: the three ways to compute it say the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerships.funding.status import Status, status_of, status_rows

TODAY = date(2026, 11, 22)


def day(offset: int | None) -> date | None:
    return None if offset is None else TODAY + timedelta(days=offset)


@pytest.mark.parametrize(
    ("opens", "closes", "permanent", "status"),
    [
        (None, None, False, Status.UNKNOWN),
        (None, None, True, Status.PERMANENT),
        (-5, None, False, Status.UNKNOWN),
        (-5, None, True, Status.PERMANENT),
        (1, None, True, Status.UPCOMING),
        (0, 90, False, Status.OPEN),
        (None, 31, False, Status.OPEN),
        (None, 30, False, Status.CLOSING),
        (None, 0, False, Status.CLOSING),
        (None, -1, True, Status.CLOSED),
        (10, 20, False, Status.UPCOMING),
    ],
)
def test_status(opens, closes, permanent, status):
    assert status_of(day(opens), day(closes), permanent, TODAY) == status


offsets = st.none() | st.integers(-70, 70)


@settings(max_examples=100)
@given(st.lists(st.tuples(offsets, offsets, st.booleans()), max_size=30))
def test_the_sets_of_a_list_say_the_same(rows):
    known: dict[str, dict[str, int]] = {}
    for place, (opens, closes, permanent) in enumerate(rows):
        told = [("ouvre", day(opens)), ("clot", day(closes))]
        codes = [(name, found.isoformat()) for name, found in told if found]
        for name, value in [*codes, *([("recurrence", "permanente")] if permanent else [])]:
            sets = known.setdefault(name, {})
            sets[value] = sets.get(value, 0) | 1 << place
    found = status_rows(known, (1 << len(rows)) - 1, TODAY)
    for place, (opens, closes, permanent) in enumerate(rows):
        expected = status_of(day(opens), day(closes), permanent, TODAY)
        assert [name for name, bits in found.items() if bits >> place & 1] == [expected.value]
