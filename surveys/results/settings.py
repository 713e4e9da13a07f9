"""What the coordination decides of each question's results, saved one by one."""

from hashlib import sha256

from django.db import transaction

from aict.listing.models import Clock
from surveys import gate
from surveys.models import Survey
from surveys.results.models import QuestionSetting

LONGEST = 1500
# What may be switched of free words: its name in forms → its field.
PARTS = {"themes": "themes", "citations": "quotes"}


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
def show(survey: Survey, question: str, shown: bool, part: str = "shown") -> None:
    """Switch a question on or off, or one of its PARTS; at once, even when results are on line. Raises KeyError."""
    row = row_of(survey, question)
    setattr(row, part, shown)
    row.save(update_fields=[part])
    Clock.tick(gate.KIND)


@transaction.atomic
def show_all(survey: Survey, shown: bool) -> None:
    """Every question, and all that is shown of free words."""
    QuestionSetting.objects.bulk_create(
        [QuestionSetting(survey=survey, question=one.id) for one in survey.form.questions()],
        ignore_conflicts=True,
    )
    survey.question_settings.update(shown=shown, themes=shown, quotes=shown)
    Clock.tick(gate.KIND)


def off(survey: Survey, part: str) -> set[str]:
    """Questions of which that part is switched off."""
    rows = QuestionSetting.objects.filter(survey=survey, **{part: False})
    return set(rows.values_list("question", flat=True))


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
