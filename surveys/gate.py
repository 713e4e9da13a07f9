"""The one gate through which a survey changes state."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.people.models import User
from aict.people.permissions import coordinates
from surveys import opening
from surveys.models import Survey, SurveyEntry
from surveys.states import TRANSITIONS, Transition

KIND = "survey"
# What must be true, or be done, in the same transaction: the rooms above add theirs in `ready()`.
# Each is called with the locked survey and who acts: a User, or None for the clock. It may raise Refused.
Effect = Callable[[Survey, Any], None]
EFFECTS: dict[str, list[Effect]] = {name: [] for name in TRANSITIONS}


def also(transition: str, effect: Effect) -> None:
    EFFECTS[transition].append(effect)


def refuse_nul(words: str) -> None:
    """PostgreSQL keeps no text that holds NUL. Raises Refused."""
    if "\x00" in words:
        raise Refused("Le texte contient un caractère invisible interdit (NUL).")


@transaction.atomic
def apply(survey: Survey, transition: str, by: User | None, comment: str = "") -> SurveyEntry:
    """Change the state; `by` is None for the clock, which only closes what is over. In one transaction:

    permission → state → readiness and effects → guarded UPDATE → clock of the pages → journal.

    Raises PermissionDenied, or Refused with the sentence to show."""
    rule = TRANSITIONS[transition]
    if by is not None and not coordinates(by):
        raise PermissionDenied("La coordination seule change l’état d’une enquête.")
    locked = Survey.objects.select_for_update().get(pk=survey.pk)
    if locked.state not in rule.sources:
        raise Refused(already(locked, rule))
    if by is None and not (transition == "close" and opening.over(locked.closes_on)):
        raise Refused("Une enquête ne se clôt d’elle-même qu’une fois sa date passée.")
    refuse_nul(comment)
    if rule.wants_comment and not comment.strip():
        raise Refused("Indiquez pourquoi, en une phrase : la raison est gardée au journal.")
    for effect in EFFECTS[transition]:
        effect(locked, by)
    now = timezone.now()
    Survey.objects.filter(pk=survey.pk, state=locked.state).update(
        state=rule.target, state_since=now
    )
    Clock.tick(KIND)
    survey.refresh_from_db()
    return SurveyEntry.objects.create(
        survey=survey,
        transition=transition,
        source=locked.state,
        target=rule.target,
        by=by,
        comment=comment.strip(),
    )


def note(survey: Survey, what: str, by: User, comment: str = "") -> None:
    """Tell in the journal what changed without changing the state; a run of like acts is one row."""
    last = survey.journal.first()
    if comment or last is None or (last.transition, last.by_id) != (what, by.pk):
        survey.journal.create(
            transition=what, source=survey.state, target=survey.state, by=by, comment=comment
        )


def already(survey: Survey, rule: Transition) -> str:
    since = timezone.localtime(survey.state_since)
    return (
        f"« {rule.label} » n’est plus possible : cette enquête est à l’état "
        f"« {survey.get_state_display()} » depuis le {since:%d/%m/%Y à %H h %M}."
    )


def possible(survey: Survey) -> list[tuple[str, Transition]]:
    return [(name, rule) for name, rule in TRANSITIONS.items() if survey.state in rule.sources]


def unanswered(survey: Survey, by: User) -> None:
    if survey.responses.exists():
        raise Refused("Des réponses sont déjà commencées : le questionnaire ne change plus.")


also("open", opening.ready)
also("rework", unanswered)
also("reopen", opening.ahead)
