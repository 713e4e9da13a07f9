"""A funding line in words: its dates, its figures, each as readers say them."""

from datetime import date

from aict.ui.dates import long_date
from aict.ui.numbers import count, money_exact, percent
from partnerships.funding.status import IN_FORCE, Status
from partnerships.models import Funding

TONES = {
    Status.CLOSING: ("warning", "alarm-clock"),
    Status.OPEN: ("success", "door-open"),
    Status.PERMANENT: ("success", "infinity"),
    Status.UPCOMING: ("info", "calendar-clock"),
    Status.UNKNOWN: ("neutral", "circle-question-mark"),
    Status.CLOSED: ("neutral", "lock"),
}


def deadline(funding: Funding, today: date) -> tuple[str, str]:
    """What is read across the room, and the words under it; empty when dates are to be verified."""
    status = funding.status(today)
    if status in (Status.CLOSING, Status.OPEN) and funding.date_close:
        left = (funding.date_close - today).days
        day = long_date(funding.date_close)
        when = {0: "aujourd’hui", 1: "demain"}.get(left) or count(left, "jour")
        return when, f"dernier jour de dépôt : {day}" if left < 2 else f"clôture le {day}"
    if status == Status.UPCOMING and funding.date_open:
        left = (funding.date_open - today).days
        return f"dans {count(left, 'jour')}", f"ouverture le {long_date(funding.date_open)}"
    if status == Status.CLOSED and funding.date_close:
        again = " ; revient régulièrement" if funding.recurrence == "recurrente" else ""
        return "clos", f"depuis le {long_date(funding.date_close)}{again}"
    if status == Status.PERMANENT:
        return "toute l’année", "dépôt permanent"
    return "", ""


def amounts(funding: Funding) -> str:
    """« de 10 000 € à 60 000 € », « 8 000 € au plus »; empty when nothing is told."""
    return between(funding.amount_min, funding.amount_max, money_exact)


def rates(funding: Funding) -> str:
    """« 50 % au plus »."""
    return between(funding.rate_min, funding.rate_max, lambda value: percent(value, 2))


def between(least, most, words) -> str:
    if least is not None and most is not None:
        return words(least) if least == most else f"de {words(least)} à {words(most)}"
    if most is not None:
        return f"{words(most)} au plus"
    return f"{words(least)} au moins" if least is not None else ""


def figures_read(funding: Funding) -> str:
    """Where its figures come from and when they were read: said with each of them."""
    if not funding.figures_on:
        return ""
    return f"{funding.figures_source}, relevé le {long_date(funding.figures_on)}"


def may_apply(funding: Funding, today: date) -> bool:
    return funding.status(today) in IN_FORCE
