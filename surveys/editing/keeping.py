"""A change of the questionnaire is kept: in a draft only, and on the version that was seen."""

from collections.abc import Callable

from django.db import transaction

from aict.moderation.readiness import Refused
from aict.people.models import User
from surveys import gate
from surveys.editing.changes import checked
from surveys.models import State, Survey
from surveys.questionnaire.reading import write
from surveys.questionnaire.structure import Questionnaire


class StaleError(Exception):
    """Somebody changed the questionnaire since it was shown."""


@transaction.atomic
def keep(
    survey: Survey,
    version: str,
    change: Callable[[Questionnaire], Questionnaire],
    by: User,
    what: str = "questionnaire",
) -> None:
    """Raises Refused, or StaleError."""
    locked = Survey.objects.select_for_update().get(pk=survey.pk)
    if locked.state != State.DRAFT:
        raise Refused("L’enquête a été ouverte : son questionnaire ne change plus.")
    before = locked.form
    if str(locked.version) != version:
        raise StaleError
    made = checked(change(before))
    if made != before:
        locked.questionnaire = write(made)
        locked.version += 1
        locked.save(update_fields=["questionnaire", "version"])
        gate.note(locked, what, by)
