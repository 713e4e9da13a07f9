"""The one gate through which a question changes state."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.people.models import Membership
from practices.exchange.models.question import Part, Question, QuestionEntry, Reason, State
from practices.exchange.questions.permissions import Who, parts_of
from practices.exchange.questions.states import TRANSITIONS, Transition
from practices.exchange.telling import QUESTION_MAILS, tell
from practices.models import Practice

KIND = "question"
# Questions one officer may have waiting at the same time.
MOST_WAITING = 6


@dataclass(frozen=True)
class Said:
    """What comes with a transition; each reads what it needs."""

    answer: str = ""
    reason: str = ""
    comment: str = ""


def why_not(user, practice: Practice) -> str:
    """Why `user` cannot ask that team a question now, or "" when she can."""
    if not user.memberships.confirmed().exists():
        return "Votre appartenance attend d’être confirmée : vous pourrez poser votre question ensuite."
    if practice.contribution.editors.filter(pk=user.pk).exists():
        return "Vous faites partie de l’équipe de cette pratique : complétez plutôt sa page."
    waiting = Question.objects.filter(asker=user).open().count()
    if waiting >= MOST_WAITING:
        return f"Vous avez déjà {waiting} questions en attente : attendez une réponse, ou retirez-en une."
    return ""


@transaction.atomic
def ask(
    practice: Practice, membership: Membership, function: str, text: str, quiet: bool = False
) -> Question:
    """A new question, sent to the coordination. The same one typed twice is one question.

    Raises Refused with the sentence to show."""
    asker = type(membership.user).objects.select_for_update().get(pk=membership.user_id)
    again = Question.objects.filter(asker=asker, practice=practice, text=text).open().first()
    if again:
        return again
    if reason := why_not(asker, practice):
        raise Refused(reason)
    question = Question.objects.create(
        practice=practice,
        asker=asker,
        territory=membership.territory,
        service=membership.service,
        function=function,
        text=text,
    )
    entry = keep(question, "ask", State.ASKED, Part.OWNER, asker, "")
    if not quiet:
        tell(QUESTION_MAILS, entry.pk)
    return question


@transaction.atomic
def apply(
    question: Question, transition: str, who: Who, said: Said = Said(), quiet: bool = False
) -> QuestionEntry:
    """Change the state. In this order, in one transaction:

    permission → state → readiness → guarded UPDATE → clock of the pages → journal → mails.

    Raises PermissionDenied, or Refused with the sentence to show."""
    rule = TRANSITIONS[transition]
    locked = Question.objects.select_for_update(of=["self"]).with_names().get(pk=question.pk)
    if rule.part not in parts_of(who, locked):
        raise PermissionDenied("Vous ne pouvez pas faire cela sur cette question.")
    if locked.state not in rule.sources:
        raise Refused(already(locked, rule))
    changes = EFFECTS.get(transition, unchanged)(locked, said)
    changes |= {"state": rule.target, "state_since": timezone.now(), "reminded": 0}
    Question.objects.filter(pk=question.pk, state=locked.state).update(**changes)
    if State.PUBLISHED in {locked.state, rule.target}:
        Clock.tick(KIND)
    question.refresh_from_db()
    entry = keep(question, transition, locked.state, rule.part, who.user, said.comment)
    if not quiet:
        tell(QUESTION_MAILS, entry.pk)
    return entry


def keep(question, transition, source, part, by, comment: str) -> QuestionEntry:
    return QuestionEntry.objects.create(
        question=question,
        transition=transition,
        source=source,
        target=question.state,
        part=part,
        by=by,
        round=question.round,
        comment=comment.strip(),
    )


def already(question: Question, rule: Transition) -> str:
    since = timezone.localtime(question.state_since)
    return (
        f"« {rule.label} » n’est plus possible : cette question est à l’état "
        f"« {question.get_state_display()} » depuis le {since:%d/%m/%Y à %H h %M}."
    )


def unchanged(question: Question, said: Said) -> dict:
    return {}


def forwarded(question: Question, said: Said) -> dict:
    """To a team that can read it; its former links serve no more."""
    practice = question.practice
    if practice.archived_at:
        raise Refused("Cette pratique n’est plus en ligne : dites-le à qui a posé la question.")
    if not practice.contribution.editors.filter(is_active=True).exists():
        raise Refused("Plus personne ne suit cette pratique : confiez-la d’abord à quelqu’un.")
    return {"round": question.round + 1}


def returned(question: Question, said: Said) -> dict:
    if not said.comment.strip():
        raise Refused("Dites à l’équipe ce qui est à reprendre, en une phrase.")
    return forwarded(question, said)


def answered(question: Question, said: Said) -> dict:
    if not said.answer.strip():
        raise Refused("Écrivez votre réponse : quelques phrases suffisent.")
    return {"answer": said.answer.strip()}


def refused(question: Question, said: Said) -> dict:
    if said.reason not in Reason.values:
        raise Refused("Choisissez une raison : la personne la recevra.")
    return {"reason": said.reason}


EFFECTS: dict[str, Callable[[Question, Said], dict]] = {
    "forward": forwarded,
    "return": returned,
    "answer": answered,
    "refuse": refused,
}
