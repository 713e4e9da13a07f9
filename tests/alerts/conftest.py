from datetime import UTC, datetime, time

import pytest

from aict.alerts.tasks import prepare, send_digest
from practices.cards import CARDS
from practices.listing import PRACTICES


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PRACTICES.forget()
    CARDS.kept.clear()


@pytest.fixture
def on(monkeypatch):
    """Lives on a day, at eight."""

    def move(day):
        now = datetime.combine(day, time(7), UTC)
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: day)
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    return move


@pytest.fixture
def worker(monkeypatch):
    """Runs the jobs of a morning: `worker(day)` tells how many mails were prepared."""
    queued = []
    monkeypatch.setattr(send_digest, "defer", lambda **kwargs: queued.append(kwargs))

    def morning():
        prepared = prepare()
        while queued:
            send_digest(**queued.pop(0))
        return prepared

    return morning
