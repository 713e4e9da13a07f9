"""Events of the tests: published rows by plain functions, and texts through the real forms and gate."""

from datetime import datetime, timedelta
from itertools import count
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from practices.events.models import Event
from tests.partnerships.factories import listed
from tests.people import factories as people

PARIS = ZoneInfo("Europe/Paris")
_numbers = count(1)


def paris(*args) -> datetime:
    return datetime(*args, tzinfo=PARIS)


@transaction.atomic
def event(days=10, hours=2, **fields) -> Event:
    """On line; in `days` days, unless `starts_at` is told."""
    starts = fields.setdefault("starts_at", timezone.now() + timedelta(days=days))
    fields.setdefault("ends_at", starts + timedelta(hours=hours))
    fields.setdefault("title", f"Atelier numéro {next(_numbers)}")
    fields.setdefault("teaser", "Une phrase.")
    fields.setdefault("type", "atelier")
    relations = {name: fields.pop(name, []) for name in ("themes", "practices")}
    sessions = fields.pop("sessions", [])
    made = listed(Event, refresh=False, **fields)
    for name, rows in relations.items():
        getattr(made, name).set(rows)
    for order, told in enumerate(sessions):
        made.sessions.create(order=order, **told)
    made.refresh_listing()
    return made


def answers(**changes) -> dict:
    """The shortest text that can be published."""
    return {
        "type": "atelier",
        "title": "Atelier des deux rives",
        "teaser": "Deux heures pour comparer nos façons de faire.",
        "day": "2026-12-03",
        "begins": "09:30",
        "ends": "12:00",
    } | changes


def draft(author=None, **changes) -> Contribution:
    author = author or people.officer()
    return drafts.start(KINDS["event"], uuid4(), answers(**changes), author)[0]


def published(by=None, **changes) -> Event:
    """As a coordinator publishes it: at once."""
    by = by or people.coordinator()
    contribution = draft(by, **changes)
    apply(contribution, "publish", by)
    return Event.objects.get(contribution=contribution)


def changed(event: Event, by=None, **changes) -> Event:
    """A new version on line."""
    by = by or people.coordinator()
    contribution = event.contribution
    contribution.refresh_from_db()
    drafts.save(contribution, changes, drafts.text_in_hand(contribution).lock_no, by)
    contribution.refresh_from_db()
    apply(contribution, "publish", by)
    return Event.objects.get(pk=event.pk)


def withdraw(event: Event, by) -> None:
    contribution = event.contribution
    contribution.refresh_from_db()
    apply(contribution, "archive", by, comment="Doublon")
