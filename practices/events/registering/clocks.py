"""What time does to registrations: a reminder the day before, then they are forgotten."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from practices.events.enums import EventState, Precision, Seat
from practices.events.models import Event, Registration
from practices.events.registering import seats
from practices.events.registering.telling import tell

KEPT = timedelta(days=365)
UNCONFIRMED, LEFT = timedelta(days=7), timedelta(days=30)


def remind(now: datetime) -> int:
    """Those registered at what begins tomorrow, once for each day announced. A worker that slept
    catches up until the event begins. An event whose day moved is reminded again."""
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    coming = Event.objects.published().filter(
        state=EventState.PLANNED, starts_at__gt=now, starts_at__lte=now + timedelta(days=2)
    )
    count = 0
    for event in coming.exclude(precision=Precision.YEAR):
        day = timezone.localdate(event.starts_at)
        if day <= tomorrow:
            count += remind_of(event, day)
    return count


@transaction.atomic
def remind_of(event: Event, day: date) -> int:
    other = Q(reminded_for=None) | ~Q(reminded_for=day)
    rows = list(event.registrations.registered().filter(other).select_for_update())
    for row in rows:
        row.reminded_for = day
        row.save(update_fields=["reminded_for"])
        tell(row, "reminder")
    return len(rows)


def forget(now: datetime) -> int:
    """A year after the event, numbers stay and people go; what was not confirmed goes in a week."""
    old = Event.objects.filter(ends_at__lt=now - KEPT, registrations__isnull=False).distinct()
    count = sum(forget_of(event.pk) for event in old)
    rows = Registration.objects.filter(state=Seat.PENDING, since__lt=now - UNCONFIRMED)
    gone, _details = rows.delete()
    left, _details = Registration.objects.filter(state=Seat.LEFT, since__lt=now - LEFT).delete()
    return count + gone + left


@transaction.atomic
def forget_of(event_id: int) -> int:
    event = seats.lock(event_id)
    registered = event.registrations.registered()
    event.were_registered = registered.count()
    event.came = registered.filter(came=True).count()
    event.save(update_fields=["were_registered", "came"])
    return event.registrations.all().delete()[0]
