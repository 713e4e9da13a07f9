"""What the coordination decides of each question's results, saved one by one."""

from hashlib import sha256

from django.db import transaction

from aict.listing.models import Clock
from surveys import gate
from surveys.models import Survey
from surveys.results.models import QuestionSetting

LONGEST = 1500


class StaleError(Exception):
    """Somebody else wrote since it was read; `current` is the comment that is kept."""

    def __init__(self, current: str):
        super().__init__("Quelqu’un a modifié ce commentaire pendant que vous écriviez.")
        self.current = current


def mark(comment: str) -> str:
    """What tells a comment that was read from the one that is kept."""
    return sha256(comment.encode()).hexdigest()[:16]


def row_of(survey: Survey, question: str) -> QuestionSetting:
    """The setting of a question, locked; made as the questionnaire proposes. Raises KeyError."""
    shown = survey.form.question(question).published
    found, _made = QuestionSetting.objects.select_for_update().get_or_create(
        survey=survey, question=question, defaults={"shown": shown}
    )
    return found


@transaction.atomic
def show(survey: Survey, question: str, shown: bool) -> None:
    """Switch a question on or off; at once, even when results are on line. Raises KeyError."""
    row = row_of(survey, question)
    row.shown = shown
    row.save(update_fields=["shown"])
    Clock.tick(gate.KIND)


@transaction.atomic
def comment(survey: Survey, question: str, words: str, read: str) -> None:
    """`read` is the mark of the comment its author started from. Raises StaleError, KeyError."""
    row = row_of(survey, question)
    if row.comment == words:
        return
    if mark(row.comment) != read:
        raise StaleError(row.comment)
    row.comment = words
    row.save(update_fields=["comment"])
    Clock.tick(gate.KIND)
