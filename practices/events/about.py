"""What this room says on the pages of others: the events of a practice, the next ones, one's own."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from practices.events.cards import card
from practices.events.models import Event, Registration
from practices.events.moments import standing, when
from practices.events.registering import signed
from practices.models import Practice

MOST = 6


@dataclass(frozen=True)
class Told:
    """One event in a line: its day in words, and its badge (words, tone, icon)."""

    event: Event
    when: str
    standing: tuple[str, str, str]
    mine_url: str = ""


def told(event: Event, today: date, mine: Registration | None = None) -> Told:
    words = when(event)
    address = signed.path(mine) if mine else ""
    return Told(event, words[:1].upper() + words[1:], standing(event, today), address)


def about(practice: Practice) -> list[Told]:
    """The events at which a practice is talked of: those to come, then the last ones."""
    today = timezone.localdate()
    found = practice.events.published().select_related("contribution")
    coming = list(found.filter(last_day__gte=today).order_by("starts_at", "pk")[:MOST])
    past = found.filter(last_day__lt=today).order_by("-starts_at", "pk")[: MOST - len(coming)]
    return [told(event, today) for event in [*coming, *past]]


def upcoming(number: int) -> list[str]:
    """The cards of the next events, as HTML: the nearest first, none cancelled."""
    today = timezone.localdate()
    rows = Event.objects.upcoming(today).select_related("contribution", "territory")[:number]
    return [card(event, today).html() for event in rows]


def mine(user) -> list[tuple[Registration, Told]]:
    """One's own registrations, the latest event first, with where each is read and given back."""
    today = timezone.localdate()
    rows = Registration.objects.concerned().filter(user=user)
    rows = rows.select_related("event__contribution").order_by("-event__starts_at", "pk")
    return [(row, told(row.event, today, row)) for row in rows[:100]]
