"""How often an alert is sent, and on which days: the same for everybody, so that one mail gathers them."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rhythm(models.TextChoices):
    MONTH = "mois", _("Chaque mois, le 1er")
    FORTNIGHT = "quinzaine", _("Chaque quinzaine, le 1er et le 15")
    # Of a page only: its readers are told when its team says that something changed.
    AT_ONCE = "aussitot", _("Dès que la page change")


PERIODIC = (Rhythm.MONTH, Rhythm.FORTNIGHT)
MIDDLE = 15


def next_day(rhythm: str, today: date) -> date | None:
    """The first sending after `today`; None for what has no day of its own."""
    if rhythm == Rhythm.AT_ONCE:
        return None
    if rhythm == Rhythm.FORTNIGHT and today.day < MIDDLE:
        return today.replace(day=MIDDLE)
    return (today.replace(day=28) + timedelta(days=4)).replace(day=1)
