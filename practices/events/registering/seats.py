"""Who has a place. Every change locks the row of the event first: two people never take the last
place, whatever the second."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from aict.moderation.readiness import Refused
from aict.ui.dates import long_date
from practices.events.enums import EventState, Seat
from practices.events.models import Event, Registration
from practices.events.registering.telling import tell

HELD = {Seat.REGISTERED, Seat.WAITING}
# The same confirmation is not mailed again before that.
AGAIN = timedelta(minutes=10)


def closed(event: Event, now: datetime) -> str:
    """Why nobody may ask for a place any more; "" while one may."""
    if not event.registrable:
        return "On ne s’inscrit pas à cet événement sur la plateforme."
    if reason := ended(event, now):
        return reason
    if event.register_until and timezone.localdate(now) > event.register_until:
        return f"Les inscriptions sont closes depuis le {long_date(event.register_until)}."
    return ""


def ended(event: Event, now: datetime) -> str:
    """Why nobody may take a place any more, even who asked in time."""
    if event.archived_at:
        return "Cet événement est retiré du site."
    if event.state != EventState.PLANNED:
        return f"Cet événement est {event.get_state_display().lower()}."
    return "Cet événement a commencé." if event.starts_at <= now else ""


def lock(event_id: int) -> Event:
    """The event, kept from everybody else until the end of the transaction."""
    return Event.objects.select_for_update(no_key=True).get(pk=event_id)


@transaction.atomic
def ask(event: Event, given: dict, user=None) -> Registration:
    """A place for the address `given["email"]`: at once for a signed-in person, after a confirmation
    by mail for somebody else. Asked twice, it is one registration. Raises Refused."""
    event, now = lock(event.pk), timezone.now()
    if reason := closed(event, now):
        raise Refused(reason)
    row = event.registrations.filter(email=given["email"]).first()
    if row and row.state in HELD:
        return known(row, user)
    late = row is None or row.state != Seat.PENDING or row.since < now - AGAIN
    row = row or Registration(event=event)
    for name, value in given.items():
        setattr(row, name, value)
    row.user, row.state = user, Seat.PENDING
    if user:
        take(event, row)
    elif late:
        row.since = now
        row.save()
        tell(row, "confirm")
    else:
        row.save()
    return row


def known(row: Registration, user) -> Registration:
    """Somebody else than the owner of the address learns nothing on screen; the owner is told."""
    if user is None:
        tell(row, "already")
    elif row.user_id != user.pk:
        row.user = user
        row.save(update_fields=["user"])
    return row


def take(event: Event, row: Registration) -> None:
    """The next free place, or the end of the waiting list. The event is locked."""
    row.state = Seat.REGISTERED if free(event) else Seat.WAITING
    row.since = timezone.now()
    row.save()
    tell(row, "registered" if row.state == Seat.REGISTERED else "waiting")


def free(event: Event) -> bool:
    if event.capacity is None:
        return True
    return event.registrations.registered().count() < event.capacity


@transaction.atomic
def confirm(row: Registration) -> Registration:
    """The address is real: its owner pressed the button. Twice changes nothing. Raises Refused."""
    event = lock(row.event_id)
    row = event.registrations.get(pk=row.pk)
    if row.state == Seat.PENDING:
        if reason := ended(event, timezone.now()):
            raise Refused(reason)
        take(event, row)
    return row


@transaction.atomic
def leave(row: Registration) -> Registration:
    """Give one's place back; the first of the waiting list takes it."""
    event = lock(row.event_id)
    row = event.registrations.get(pk=row.pk)
    if row.state in {*HELD, Seat.PENDING}:
        told = row.state in HELD
        row.state, row.since = Seat.LEFT, timezone.now()
        row.save(update_fields=["state", "since"])
        if told:
            tell(row, "left")
        fill(event)
    return row


def fill(event: Event) -> None:
    """Free places go to those who wait, the first come first. The event is locked."""
    if ended(event, timezone.now()):
        return
    waiting = event.registrations.waiting()
    if event.capacity is not None:
        left = max(event.capacity - event.registrations.registered().count(), 0)
        waiting = waiting[:left]
    for row in waiting:
        row.state, row.since = Seat.REGISTERED, timezone.now()
        row.save(update_fields=["state", "since"])
        tell(row, "promoted")


def held_by(user) -> QuerySet[Registration]:
    """Hers, and those of the address of her account."""
    return Registration.objects.filter(Q(user=user) | Q(user=None, email=user.email.lower()))


@transaction.atomic
def forget_person(user) -> None:
    """An account that goes takes its registrations away, those asked before it had signed in too, and
    gives its places back."""
    for row in held_by(user).order_by("event_id"):
        event = lock(row.event_id)
        row.delete()
        fill(event)
