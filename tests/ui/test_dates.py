from datetime import UTC, date, datetime, timedelta

import pytest

from aict.ui import dates

B = "\u00a0"
NOW = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)


def test_long_date_writes_the_first_of_the_month():
    assert dates.long_date(date(2026, 10, 1)) == f"1er{B}octobre 2026"
    assert dates.long_date(date(2026, 10, 12)) == f"12{B}octobre 2026"


def test_clock_is_local():
    assert dates.clock(NOW) == f"15{B}h{B}02"


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (timedelta(seconds=20), "à l’instant"),
        (timedelta(minutes=5), f"il y a 5{B}minutes"),
        (timedelta(hours=1), f"il y a 1{B}heure"),
        (timedelta(hours=8), "aujourd’hui"),
        (timedelta(days=1), "hier"),
        (timedelta(days=12), f"il y a 12{B}jours"),
        (timedelta(days=92), f"il y a 3{B}mois"),
        (timedelta(days=800), f"il y a 2{B}ans"),
        (timedelta(days=-1), "demain"),
        (timedelta(days=-4), f"dans 4{B}jours"),
        (timedelta(minutes=-30), f"dans 30{B}minutes"),
    ],
)
def test_ago_in_words(before, shown):
    assert dates.ago(NOW - before, NOW) == shown


def test_ago_takes_plain_dates():
    assert dates.ago(date(2026, 11, 19), NOW) == "hier"
