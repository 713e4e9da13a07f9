"""Dates and delays in words."""

from datetime import date, datetime
from typing import TypeVar, cast

from django.utils import timezone

from aict.ui.numbers import count
from aict.ui.typography import NBSP

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
MINUTE, HOUR, DAY = 60, 3600, 86400


Moment = TypeVar("Moment", bound=date)


def local(moment: Moment) -> Moment:
    """An aware datetime in the site's time zone; anything else unchanged."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return cast(Moment, timezone.localtime(moment))
    return moment


def long_date(moment: date) -> str:
    """« 1er octobre 2026 », « 12 octobre 2026 »."""
    day = local(moment)
    return f"{'1er' if day.day == 1 else day.day}{NBSP}{MONTHS[day.month - 1]} {day.year}"


def month_year(moment: date) -> str:
    """« octobre 2026 »."""
    day = local(moment)
    return f"{MONTHS[day.month - 1]} {day.year}"


def clock(moment: datetime) -> str:
    """« 14 h 02 »."""
    at = local(moment)
    return f"{at.hour}{NBSP}h{NBSP}{at.minute:02}"


def ago(moment: date, now: datetime | None = None) -> str:
    """« à l’instant », « il y a 5 minutes », « hier », « il y a 3 mois », « dans 4 jours »."""
    now = now or timezone.now()
    if isinstance(moment, datetime):
        seconds = (now - moment).total_seconds()
        if abs(seconds) < MINUTE:
            return "à l’instant"
        if abs(seconds) < HOUR:
            return _sided(seconds, count(int(abs(seconds) // MINUTE), "minute"))
        if abs(seconds) < 6 * HOUR:
            return _sided(seconds, count(int(abs(seconds) // HOUR), "heure"))
    today, day = local(now), local(moment)
    days = (_as_date(today) - _as_date(day)).days
    return _days_ago(days)


def _days_ago(days: int) -> str:
    near = {0: "aujourd’hui", 1: "hier", -1: "demain"}
    if days in near:
        return near[days]
    length = abs(days)
    if length < 31:
        return _sided(days, count(length, "jour"))
    if length < 365:
        return _sided(days, count(max(1, round(length / 30.4)), "mois", "mois"))
    return _sided(days, count(length // 365, "an"))


def _sided(past: float, length: str) -> str:
    return f"il y a {length}" if past > 0 else f"dans {length}"


def _as_date(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
