"""Alerts of the tests, made by plain functions."""

from datetime import UTC, date, datetime

from aict.alerts.models import Reader, Subscription
from aict.alerts.readers import reader_of
from practices.models import Practice
from tests.practices.factories import practice

ADDRESS = "lectrice@exemple.example"
STARTED = datetime(2026, 10, 1, 6, tzinfo=UTC)
DAY = date(2026, 11, 1)
DURING = datetime(2026, 10, 20, 12, tzinfo=UTC)
BEFORE = datetime(2026, 9, 20, 12, tzinfo=UTC)


def reader(email=ADDRESS, user=None) -> Reader:
    return reader_of(user) if user else Reader.objects.get_or_create(email=email)[0]


def alert(email=ADDRESS, user=None, **fields) -> Subscription:
    """Confirmed on 1 October, told of everything before, due on 1 November."""
    if not fields.keys() & {"contribution", "territory"}:
        fields.setdefault("section", "pratiques")
    fields.setdefault("rhythm", "aussitot" if "contribution" in fields else "mois")
    fields.setdefault("confirmed_at", STARTED)
    fields.setdefault("told_until", STARTED)
    fields.setdefault("next_on", None if "contribution" in fields else DAY)
    return Subscription.objects.create(reader=reader(email, user), **fields)


def told(title="Une saison", at=DURING, first=None, **fields) -> Practice:
    """A practice on line, updated `at` and first published then or earlier."""
    made = practice(title=title, updated_at=at, **fields)
    made.contribution.published_at = first or at
    made.contribution.save()
    return made
