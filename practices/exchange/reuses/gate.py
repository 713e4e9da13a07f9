"""The one gate through which a reuse is declared and changes state."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.people.models import Membership, User
from aict.people.permissions import is_member_of
from practices.exchange.models.question import Part
from practices.exchange.models.reuse import Reuse, ReuseEntry
from practices.exchange.reuses.states import FOLLOW, TRANSITIONS, possible
from practices.exchange.telling import REUSE_MAILS, tell
from practices.models import Practice

KIND = "reuse"
# Beyond this many steps up, two practices are not looked at as kin.
FARTHEST = 12


@dataclass(frozen=True)
class Who:
    """Somebody signed in, or the holder of a follow-up link."""

    user: User | None = None
    link: bool = False


@dataclass(frozen=True)
class Said:
    sentence: str = ""
    child: Practice | None = None
    comment: str = ""


def parts_of(who: Who, reuse: Reuse) -> set[Part]:
    """Every capacity in which `who` may act. Mirrors `Reuse.objects.editable_by`."""
    if who.link:
        return {Part.OWNER}
    user = who.user
    if user is None or not user.is_active:
        return set()
    if reuse.declared_by_id == user.pk or is_member_of(user, reuse.territory):
        return {Part.OWNER}
    return {Part.COORDINATION} if user.is_coordinator else set()


@transaction.atomic
def declare(
    practice: Practice, membership: Membership, taken: str, since: date, quiet: bool = False
) -> Reuse:
    """An authority says it takes up `practice`; shown at once. Declared twice, it is one.

    Raises Refused with the sentence to show."""
    territory = membership.territory
    if membership.confirmed_at is None:
        raise Refused("Votre appartenance attend d’être confirmée : vous pourrez le dire ensuite.")
    if practice.territory_id == territory.pk:
        raise Refused("C’est une pratique de votre propre collectivité.")
    told = {"taken": taken, "since": since, "service": membership.service}
    try:
        with transaction.atomic():
            reuse = Reuse.objects.create(
                practice=practice, territory=territory, declared_by=membership.user, **told
            )
    except IntegrityError:
        return Reuse.objects.kept().get(practice=practice, territory=territory)
    Clock.tick(KIND)
    entry = keep(reuse, "declare", Part.OWNER, membership.user, "")
    if not quiet:
        tell(REUSE_MAILS, entry.pk)
    return reuse


@transaction.atomic
def apply(
    reuse: Reuse, transition: str, who: Who, said: Said = Said(), quiet: bool = False
) -> ReuseEntry:
    """Change what is said of it: permission → state → readiness → update → clock → journal → mails.

    Raises PermissionDenied, or Refused with the sentence to show."""
    rule = TRANSITIONS[transition]
    locked = Reuse.objects.select_for_update(of=["self"]).with_names().get(pk=reuse.pk)
    if rule.part not in parts_of(who, locked) or (who.link and transition not in FOLLOW):
        raise PermissionDenied("Vous ne pouvez pas faire cela sur cette reprise.")
    if not possible(locked, rule):
        raise Refused(f"« {rule.label} » n’est plus possible : cette reprise a changé entre-temps.")
    changes = effects(locked, transition, said)
    Reuse.objects.filter(pk=reuse.pk).update(**changes)
    Clock.tick(KIND)
    reuse.refresh_from_db()
    entry = keep(reuse, transition, rule.part, who.user, said.comment or said.sentence)
    if not quiet:
        tell(REUSE_MAILS, entry.pk)
    return entry


def keep(reuse: Reuse, transition: str, part: Part, by: User | None, comment: str) -> ReuseEntry:
    return ReuseEntry.objects.create(
        reuse=reuse, transition=transition, part=part, by=by, comment=comment.strip()
    )


def effects(reuse: Reuse, transition: str, said: Said) -> dict:
    if transition == "hide" and not said.comment.strip():
        raise Refused("Indiquez pourquoi, en une phrase : la collectivité la recevra.")
    if transition in {"hide", "show"}:
        return {"hidden": transition == "hide"}
    changes: dict = {"state": TRANSITIONS[transition].target, "state_since": timezone.now()}
    if transition == "withdraw":
        return changes | {"child": None}
    if said.child:
        check_child(reuse, said.child)
    return changes | {"sentence": said.sentence.strip(), "child": said.child}


def check_child(reuse: Reuse, child: Practice) -> None:
    """Their own practice, on line, from which the parent does not come. Raises Refused."""
    if child.archived_at or child.territory_id != reuse.territory_id:
        raise Refused("Choisissez une pratique en ligne de votre collectivité.")
    if child.pk in ancestry(reuse.practice_id):
        raise Refused(
            "Cette pratique-là a elle-même inspiré celle-ci : le lien tournerait en rond."
        )


def ancestry(practice_id: int) -> set[int]:
    """That practice and all those it comes from."""
    seen, near = {practice_id}, {practice_id}
    for _step in range(FARTHEST):
        parents = Reuse.objects.kept().filter(child__in=near).values_list("practice", flat=True)
        near = set(parents) - seen
        if not near:
            break
        seen |= near
    return seen
