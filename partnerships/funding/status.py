"""Where a funding line stands today, from its dates alone: nobody writes it, so it is never late."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SOON = 30  # days


class Status(models.TextChoices):
    CLOSING = "bientot-clos", _("Bientôt clos")
    OPEN = "ouvert", _("Ouvert")
    PERMANENT = "permanent", _("Permanent")
    UPCOMING = "a-venir", _("À venir")
    UNKNOWN = "dates-a-verifier", _("Dates à vérifier")
    CLOSED = "clos", _("Clos")


# One may apply today.
IN_FORCE = (Status.OPEN, Status.CLOSING, Status.PERMANENT)


def status_of(opens: date | None, closes: date | None, permanent: bool, today: date) -> Status:
    """The closing day is still open. Opened some day without a known end, it is to be verified."""
    if closes and closes < today:
        return Status.CLOSED
    if opens and opens > today:
        return Status.UPCOMING
    if closes:
        return Status.CLOSING if closes <= today + timedelta(days=SOON) else Status.OPEN
    return Status.PERMANENT if permanent else Status.UNKNOWN


def status_rows(
    known: Mapping[str, Mapping[str, int]], alive: int, today: date
) -> Mapping[str, int]:
    """The same for a whole list: sets of rows by status, from those of each date (`ouvre`, `clot`)
    and of `recurrence`."""

    def dated(name: str, asked: Callable[[date], bool]) -> int:
        found = 0
        for day, rows in known.get(name, {}).items():
            if asked(date.fromisoformat(day)):
                found |= rows
        return found & alive

    closed = dated("clot", lambda day: day < today)
    upcoming = dated("ouvre", lambda day: day > today) & ~closed
    left = alive & ~closed & ~upcoming
    closing = dated("clot", lambda day: day <= today + timedelta(days=SOON)) & left
    open_ = dated("clot", lambda day: True) & left & ~closing
    left &= ~closing & ~open_
    permanent = known.get("recurrence", {}).get("permanente", 0) & left
    found = {
        Status.CLOSING: closing,
        Status.OPEN: open_,
        Status.PERMANENT: permanent,
        Status.UPCOMING: upcoming,
        Status.UNKNOWN: left & ~permanent,
        Status.CLOSED: closed,
    }
    return {status.value: rows for status, rows in found.items() if rows}


def status_asked(values: Collection[str], today: date) -> Q:
    """The same for the database: rows that have one of these statuses. No row closes before it opens."""
    soon = today + timedelta(days=SOON)
    begun = Q(date_open__isnull=True) | Q(date_open__lte=today)
    endless = Q(date_close__isnull=True) & begun
    found = {
        Status.CLOSED: Q(date_close__lt=today),
        Status.UPCOMING: Q(date_open__gt=today),
        Status.CLOSING: Q(date_close__range=(today, soon)) & begun,
        Status.OPEN: Q(date_close__gt=soon) & begun,
        Status.PERMANENT: endless & Q(recurrence="permanente"),
        Status.UNKNOWN: endless & ~Q(recurrence="permanente"),
    }
    asked = Q(pk__in=[])
    for value in values:
        asked |= found[Status(value)]
    return asked
