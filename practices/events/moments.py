"""When an event takes place, in words: on the clocks of its zone, and on those of Paris when they differ."""

from datetime import date, datetime

from django.utils.translation import gettext

from aict.ui.dates import MONTHS, long_date
from aict.ui.typography import NBSP
from practices.events import zones
from practices.events.enums import EventState, Precision
from practices.events.models import ALMOST, Event

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SHORT = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")  # fmt: skip


def hour(moment: datetime) -> str:
    """« 9 h 30 », « 14 h »."""
    minutes = f"{NBSP}{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour}{NBSP}h{minutes}"


def day(moment: date) -> str:
    """« jeudi 3 décembre 2026 »."""
    plain = date(moment.year, moment.month, moment.day)
    return f"{DAYS[plain.weekday()]} {long_date(plain)}"


def when(event: Event) -> str:
    """The whole of it: « jeudi 3 décembre 2026, de 9 h 30 à 12 h 30 (heure de Dakar) »."""
    begins, ends = event.span
    if event.precision == Precision.YEAR:
        return gettext("En %(year)s (jour à préciser)") % {"year": begins.year}
    last = ends - ALMOST
    if event.precision == Precision.DAY:
        return day(begins) if begins.date() == last.date() else days(begins, last)
    if begins.date() == last.date():
        told = gettext("%(day)s, de %(begins)s à %(ends)s")
    else:
        told = gettext("du %(day)s, %(begins)s, au %(last)s, %(ends)s")
    words = told % {
        "day": day(begins),
        "begins": hour(begins),
        "last": day(ends),
        "ends": hour(ends),
    }
    return f"{words} ({clocks(event.zone)})" if event.zone != zones.HOME else words


def days(begins: date, last: date) -> str:
    return gettext("du %(first)s au %(last)s") % {"first": day(begins), "last": day(last)}


def clocks(zone: str) -> str:
    return gettext("heure de %s") % str(zones.ZONES.get(zone, zone)).split(" (")[0]


def in_paris(event: Event) -> str:
    """« de 10 h 30 à 13 h 30 », when the clocks of Paris say otherwise than those of the event."""
    if event.precision != Precision.HOUR or event.zone == zones.HOME:
        return ""
    begins, ends = (
        moment.astimezone(zones.ZoneInfo(zones.HOME)) for moment in (event.starts_at, event.ends_at)
    )
    if begins.utcoffset() == event.span[0].utcoffset():
        return ""
    same = begins.date() == event.span[0].date()
    start = hour(begins) if same else f"{day(begins)}, {hour(begins)}"
    words = {"begins": start, "ends": hour(ends)}
    return gettext("de %(begins)s à %(ends)s, heure de Paris") % words


def short(event: Event) -> tuple[str, str]:
    """For a list: (« 3 déc. », « 2026, 9 h 30 »)."""
    begins, _ends = event.span
    if event.precision == Precision.YEAR:
        return str(begins.year), gettext("jour à préciser")
    first = "1er" if begins.day == 1 else str(begins.day)
    rest = f"{begins.year}"
    if event.precision == Precision.HOUR:
        rest = f"{rest}, {hour(begins)}"
    return f"{first}{NBSP}{SHORT[begins.month - 1]}", rest


def month(event: Event) -> str:
    """« décembre 2026 », the heading under which it stands."""
    begins, _ends = event.span
    if event.precision == Precision.YEAR:
        return str(begins.year)
    return f"{MONTHS[begins.month - 1]} {begins.year}"


# state or time → words, tone and icon of the badge.
TONES = {
    EventState.CANCELLED: ("Annulé", "error", "circle-x"),
    EventState.POSTPONED: ("Reporté", "warning", "calendar-clock"),
}


def standing(event: Event, today: date) -> tuple[str, str, str]:
    """Its badge: cancelled, postponed, past, today, or to come."""
    if event.state in TONES:
        return TONES[EventState(event.state)]
    if event.past(today):
        return ("Passé", "neutral", "history")
    begins = event.span[0].date()
    if begins <= today and event.precision != Precision.YEAR:
        return ("Aujourd’hui", "success", "calendar-check")
    return ("À venir", "info", "calendar")
