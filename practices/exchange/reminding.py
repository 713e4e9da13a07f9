"""The clocks: a reminder after fifteen days, and what became of a reuse after six and twelve months."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from practices.exchange.models import Part, Question, QuestionEntry, Reuse, ReuseEntry
from practices.exchange.questions.reading import REMINDERS
from practices.exchange.telling import QUESTION_MAILS, REUSE_MAILS, tell

MONTHS = (6, 12)


def remind_questions() -> int:
    """Tell who is waited on; running it twice the same day says nothing twice. Returns how many."""
    return sum(remind(question) for question in Question.objects.open())


@transaction.atomic
def remind(question: Question) -> int:
    """The latest reminder reached, once: a clock that stopped does not catch up in a heap."""
    days = (timezone.localdate() - timezone.localdate(question.state_since)).days
    reached = [day for day in REMINDERS if day <= days]
    if not reached:
        return 0
    same = Question.objects.filter(pk=question.pk, state=question.state, reminded__lt=reached[-1])
    if not same.update(reminded=reached[-1]):
        return 0
    entry = QuestionEntry.objects.create(
        question=question,
        transition="remind",
        source=question.state,
        target=question.state,
        part=Part.CLOCK,
        round=question.round,
    )
    tell(QUESTION_MAILS, entry.pk)
    return 1


def follow_reuses() -> int:
    """Ask what became of each reuse that goes on. Returns how many are asked."""
    going = Reuse.objects.public().filter(state__in=["declared", "adapted"])
    return sum(follow(reuse) for reuse in going)


@transaction.atomic
def follow(reuse: Reuse) -> int:
    months = months_since(reuse.created_at, timezone.localdate())
    reached = [month for month in MONTHS if month <= months]
    if not reached:
        return 0
    if not Reuse.objects.filter(pk=reuse.pk, followed__lt=reached[-1]).update(followed=reached[-1]):
        return 0
    entry = ReuseEntry.objects.create(reuse=reuse, transition="follow", part=Part.CLOCK)
    tell(REUSE_MAILS, entry.pk)
    return 1


def months_since(begun: datetime, today: date) -> int:
    """Whole months: from 31 August, six are reached on the first of March."""
    day = timezone.localdate(begun)
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
