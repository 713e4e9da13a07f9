"""Who is waited on, and until when, in words."""

from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format

from aict.moderation.models import Contribution, State

# Days: the first is said to authors as an indication, the second is kept by the clock.
REVIEW_DELAY = 10
RETURNED_DAYS = 90


def waited_on(contribution: Contribution) -> str:
    """One sentence, or "" when nobody is waited on."""
    since = contribution.state_since
    if contribution.state == State.SUBMITTED:
        return f"La coordination relit, en principe avant le {day(since, REVIEW_DELAY)}."
    if contribution.state == State.RETURNED:
        return f"Vous êtes attendu·e : à corriger avant le {day(since, RETURNED_DAYS)}."
    if contribution.state == State.DRAFT:
        return "Vous êtes attendu·e : ce brouillon n’est pas soumis."
    return ""


def day(since, days: int) -> str:
    return date_format(timezone.localdate(since + timedelta(days=days)), "j F Y")
