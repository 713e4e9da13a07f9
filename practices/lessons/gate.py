"""The one gate through which a statement changes state."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from aict.moderation.readiness import Refused
from practices.lessons import publication
from practices.lessons.checklist import POINTS
from practices.lessons.models import Check, Part, State, Statement, StatementEntry
from practices.lessons.models.lesson import MARKS, TEXTS
from practices.lessons.permissions import Who, parts_of
from practices.lessons.states import TRANSITIONS, Transition
from practices.lessons.telling import tell
from practices.lessons.traces import LEAST, authorities_like

READERS = 2


@dataclass(frozen=True)
class Said:
    """What comes with a transition. `digest` is that of the text that was read."""

    comment: str = ""
    digest: str = ""
    points: Collection[str] = ()
    told: dict = field(default_factory=dict)


@transaction.atomic
def apply(
    statement: Statement, transition: str, who: Who, said: Said = Said(), quiet: bool = False
) -> StatementEntry:
    """Change the state: permission → state → readiness → effects → journal → mails.

    Raises PermissionDenied, or Refused with the sentence to show."""
    rule = TRANSITIONS[transition]
    locked = Statement.objects.select_for_update(of=["self"]).get(pk=statement.pk)
    parts = rule.parts & parts_of(who, locked)
    if not parts:
        raise PermissionDenied("Vous ne pouvez pas faire cela sur ce témoignage.")
    if locked.state not in rule.sources:
        raise Refused(already(locked, rule))
    part = min(parts)
    changes = {"state": rule.target} | EFFECTS.get(transition, nothing)(locked, who, said, part)
    Statement.objects.filter(pk=locked.pk).update(state_since=timezone.now(), **changes)
    statement.refresh_from_db()
    entry = StatementEntry.objects.create(
        statement=statement, transition=transition, part=part, by=who.user, comment=kept(said)
    )
    if statement.state in {State.PUBLISHED, State.WITHDRAWN}:
        statement.journal.update(comment="")
    if not quiet:
        tell(entry.pk)
    return entry


def kept(said: Said) -> str:
    return said.comment.strip()


def already(statement: Statement, rule: Transition) -> str:
    return (
        f"« {rule.label} » n’est plus possible : ce témoignage est à l’état "
        f"« {statement.get_state_display()} »."
    )


def nothing(statement: Statement, who: Who, said: Said, part: Part) -> dict:
    return {}


def submitted(statement: Statement, who: Who, said: Said, part: Part) -> dict:
    """Confided by a confirmed officer, whole."""
    author = who.user
    if author is None or not author.memberships.confirmed().exists():
        raise Refused("Votre appartenance attend d’être confirmée : rien n’est perdu.")
    if not all(getattr(statement, name).strip() for name in TEXTS) or not statement.category:
        raise Refused("Il manque une réponse : complétez votre texte.")
    return {}


def rewritten(statement: Statement, who: Who, said: Said, part: Part) -> dict:
    same_text(statement, said)
    return {name: said.told[name] for name in (*TEXTS, *MARKS)}


def checked(statement: Statement, who: Who, said: Said, part: Part) -> dict:
    """The whole checklist, on the text that was read; the second person clears it."""
    same_text(statement, said)
    if {*said.points} != {*POINTS}:
        raise Refused("Cochez chaque point, ou renvoyez le texte : un doute suffit.")
    alike = authorities_like(statement.level, statement.band)
    if alike < LEAST:
        raise Refused(
            f"Ce type et cette taille ne désignent que {alike} collectivités : "
            "élargissez l’un des deux avant de vérifier."
        )
    Check.objects.get_or_create(
        statement=statement,
        by=who.user,
        digest=statement.digest,
        defaults={"points": [*said.points]},
    )
    return {"state": State.CLEARED} if readers(statement) >= READERS else {}


def readers(statement: Statement) -> int:
    """How many people, other than the author, checked this very text."""
    checks = statement.checks.filter(digest=statement.digest, by__isnull=False)
    return checks.exclude(by=statement.author_id).count()


def with_reason(statement: Statement, who: Who, said: Said, part: Part) -> dict:
    if not said.comment.strip():
        raise Refused("Dites pourquoi, en une phrase : la personne la recevra.")
    return {}


def approved(statement: Statement, who: Who, said: Said, part: Part) -> dict:
    """That exact text goes on line; what led to it is forgotten."""
    same_text(statement, said)
    if readers(statement) < READERS:
        raise Refused("Deux personnes doivent d’abord avoir vérifié ce texte.")
    return {"published": publication.publish(statement)} | forgotten(statement, who, said, part)


def same_text(statement: Statement, said: Said) -> None:
    if said.digest != statement.digest:
        raise Refused("Le texte a changé entre-temps : relisez-le.")


def forgotten(statement: Statement, who: Who, said: Said, part: Part) -> dict:
    """No private copy of the words is kept once they are on line, or taken back."""
    return dict.fromkeys(TEXTS, "")


def removed(statement: Statement, who: Who, said: Said, part: Part) -> dict:
    if part == Part.COORDINATION:
        with_reason(statement, who, said, part)
    publication.remove(statement)
    return {"published": None}


EFFECTS: dict[str, Callable[[Statement, Who, Said, Part], dict]] = {
    "submit": submitted,
    "rewrite": rewritten,
    "check": checked,
    "send_back": with_reason,
    "refuse": with_reason,
    "approve": approved,
    "withdraw": forgotten,
    "leave": forgotten,
    "remove": removed,
}
