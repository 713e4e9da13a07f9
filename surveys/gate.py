"""The one gate through which a survey changes state."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.people.models import User
from aict.people.permissions import coordinates
from surveys.models import Survey, SurveyEntry
from surveys.states import TRANSITIONS, Transition

KIND = "survey"
# What must be true, or be done, in the same transaction: the rooms above add theirs in `ready()`.
# Each is called with the locked survey, who acts; it may raise Refused.
Effect = Callable[[Survey, User], None]
EFFECTS: dict[str, list[Effect]] = {name: [] for name in TRANSITIONS}


def also(transition: str, effect: Effect) -> None:
    EFFECTS[transition].append(effect)


@transaction.atomic
def apply(survey: Survey, transition: str, by: User, comment: str = "") -> SurveyEntry:
    """Change the state. In this order, in one transaction:

    permission → state → readiness and effects → guarded UPDATE → clock of the pages → journal.

    Raises PermissionDenied, or Refused with the sentence to show."""
    rule = TRANSITIONS[transition]
    if not coordinates(by):
        raise PermissionDenied("La coordination seule change l’état d’une enquête.")
    locked = Survey.objects.select_for_update().get(pk=survey.pk)
    if locked.state not in rule.sources:
        raise Refused(already(locked, rule))
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


also("rework", unanswered)
