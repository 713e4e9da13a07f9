"""Who is waited on, and until when, in words."""

from datetime import timedelta

from django.db.models import prefetch_related_objects
from django.utils import timezone

from aict.moderation.models import Contribution, Reading, State
from aict.ui.dates import long_date

# Days: the first is said to authors as an indication, the second is kept by the clock.
REVIEW_DELAY = 10
RETURNED_DAYS = 90


def waited_on(contribution: Contribution, to_authors: bool = True) -> str:
    """One sentence, said to the authors or to the coordination; "" when nobody is waited on."""
    since = contribution.state_since
    who = "Vous êtes attendu·e" if to_authors else "Les auteurs sont attendus"
    if contribution.state == State.SUBMITTED:
        due = day(since, REVIEW_DELAY)
        review = f"La coordination relit, en principe avant le {due}."
        if days_late(contribution):
            review = f"La relecture était attendue avant le {due}."
        return " ".join([review, *readings_waited_on(contribution, to_authors)])
    if contribution.state == State.RETURNED:
        return f"{who} : à corriger avant le {day(since, RETURNED_DAYS)}."
    if contribution.state == State.DRAFT:
        return f"{who} : ce brouillon n’est pas soumis."
    return ""


def readings_waited_on(contribution: Contribution, to_authors: bool) -> list[str]:
    """Who else must read before it is published, in the order in which they were asked."""
    prefetch_related_objects([contribution], "readings__person")
    told = []
    for reading in contribution.readings.all():
        if reading.state != Reading.State.ASKED:
            continue
        if reading.role == Reading.Role.SECOND:
            since = long_date(reading.asked_at)
            told.append(f"Seconde lecture demandée à {reading.who} le {since}.")
        elif to_authors:
            told.append("Votre accord est attendu avant la publication.")
        else:
            told.append(f"L’accord de l’auteur est attendu ({reading.who}).")
    return told


def days_late(contribution: Contribution) -> int:
    """How many days the review is overdue; 0 when it is not, or when nobody reviews."""
    if contribution.state != State.SUBMITTED:
        return 0
    due = timezone.localdate(contribution.state_since + timedelta(days=REVIEW_DELAY))
    return max((timezone.localdate() - due).days, 0)


def day(since, days: int) -> str:
    return long_date(since + timedelta(days=days))
