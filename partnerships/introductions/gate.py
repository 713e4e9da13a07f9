"""The one gate through which an introduction changes state."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from aict.moderation.readiness import Refused
from aict.territories.models import Territory
from partnerships.introductions import targets
from partnerships.introductions.permissions import Who, parts_of
from partnerships.introductions.states import TRANSITIONS, Transition
from partnerships.introductions.telling import tell
from partnerships.models.actor import Actor
from partnerships.models.introduction import (
    Introduction,
    IntroductionEntry,
    Outcome,
    Part,
    Reason,
    RelayStop,
    State,
)

# Requests one officer may have waiting for an answer.
MOST_WAITING = 8


@dataclass(frozen=True)
class Said:
    """What comes with a transition; each reads what it needs."""

    actor: Actor | None = None
    peer: Territory | None = None
    reason: str = ""
    suggested: Actor | None = None
    suggested_name: str = ""
    contact: str = ""
    stop: bool = False
    useful: bool | None = None
    outcome: str = ""
    comment: str = ""


@transaction.atomic
def apply(
    introduction: Introduction,
    transition: str,
    who: Who,
    said: Said = Said(),
    expected: int | None = None,
    quiet: bool = False,
) -> IntroductionEntry:
    """Change the state. In this order, in one transaction:

    permission → state → readiness → guarded UPDATE → journal → mails.

    `expected` is the round that was read: acting on another one is refused. `quiet` sends no mail
    (demonstration). Raises PermissionDenied, or Refused with the sentence to show."""
    rule = TRANSITIONS[transition]
    locked = Introduction.objects.select_for_update().get(pk=introduction.pk)
    parts = check(rule, locked, who, said, expected)
    changes = EFFECTS.get(transition, unchanged)(locked, said)
    changes |= {"state": rule.target, "state_since": timezone.now()}
    if rule.target != State.ACKNOWLEDGED:
        changes["reminded"] = 0
    update(locked, locked.state, changes)
    introduction.refresh_from_db()
    entry = IntroductionEntry.objects.create(
        introduction=introduction,
        transition=transition,
        source=locked.state,
        target=rule.target,
        part=min(parts),
        by=who.user,
        asked=introduction.target_name,
        round=introduction.round,
        comment=said.comment.strip(),
    )
    if not quiet:
        tell(entry)
    return entry


def check(rule: Transition, locked: Introduction, who: Who, said: Said, expected) -> set[Part]:
    """In what capacities `who` may do it. Raises PermissionDenied or Refused."""
    parts = parts_of(who, locked) & rule.parts
    if not parts:
        raise PermissionDenied("Vous ne pouvez pas faire cela sur cette demande.")
    if locked.state not in rule.sources:
        raise Refused(already(locked, rule))
    if expected is not None and expected != locked.round:
        raise Refused("Cette demande vient d’être confiée à quelqu’un d’autre : relisez-la.")
    if rule.wants_comment and not said.comment.strip():
        raise Refused("Indiquez pourquoi, en une phrase : la raison est gardée au journal.")
    return parts


def update(introduction: Introduction, source: str, changes: dict) -> None:
    rows = Introduction.objects.filter(pk=introduction.pk, state=source)
    try:
        with transaction.atomic():
            done = rows.update(**changes)
    except IntegrityError as error:
        raise Refused(
            "Cet acteur a déjà une demande de votre part, qui attend sa réponse."
        ) from error
    if not done:
        raise Refused("Cette demande vient de changer : rechargez la page.")


def already(introduction: Introduction, rule: Transition) -> str:
    since = timezone.localtime(introduction.state_since)
    return (
        f"« {rule.label} » n’est plus possible : cette demande est à l’état "
        f"« {introduction.get_state_display()} » depuis le {since:%d/%m/%Y à %H h %M}."
    )


def unchanged(introduction: Introduction, said: Said) -> dict:
    return {}


def addressed(introduction: Introduction, said: Said) -> dict:
    """To somebody who can answer; each new one ends the links of the one before."""
    if said.actor and not targets.reachable_actors().filter(pk=said.actor.pk).exists():
        raise Refused("Cet acteur ne reçoit pas de demandes : choisissez-en un autre.")
    if said.peer and not targets.reachable_peers().filter(pk=said.peer.pk).exists():
        raise Refused("Personne ne répond encore pour ce territoire : choisissez-en un autre.")
    if bool(said.actor) == bool(said.peer):
        raise Refused("Choisissez à qui adresser la demande.")
    if said.peer and said.peer.pk == introduction.territory_id:
        raise Refused("C’est votre propre collectivité : choisissez-en une autre.")
    target = (said.actor and said.actor.pk, said.peer and said.peer.pk)
    same = target == (introduction.actor_id, introduction.peer_id)
    if same and introduction.state != State.DRAFT:
        raise Refused(
            "C’est déjà à lui que la demande était adressée : choisissez quelqu’un d’autre."
        )
    return {
        "actor": said.actor,
        "peer": said.peer,
        "sent_at": timezone.now(),
        "round": introduction.round + 1,
        "refusal_reason": "",
        "suggested": None,
        "suggested_name": "",
    }


def first_time(introduction: Introduction, said: Said) -> dict:
    ready(introduction)
    return addressed(introduction, said)


def entrusted(introduction: Introduction, said: Said) -> dict:
    ready(introduction)
    return {"actor": None, "peer": None, "sent_at": timezone.now(), "round": introduction.round + 1}


def handed_back(introduction: Introduction, said: Said) -> dict:
    """Who was asked is not waited on any more."""
    return {"actor": None, "peer": None, "round": introduction.round + 1}


def ready(introduction: Introduction) -> None:
    """Only a confirmed officer asks, and not everybody at once."""
    requester = introduction.requester
    if requester is None or not requester.memberships.confirmed().exists():
        raise Refused(
            "Votre appartenance attend d’être confirmée : vous pourrez envoyer ensuite, rien n’est perdu."
        )
    waiting = Introduction.objects.mine(requester).unanswered().count()
    if waiting >= MOST_WAITING:
        raise Refused(
            f"Vous avez déjà {waiting} demandes sans réponse : attendez-en une, ou retirez-en une."
        )


def accepted(introduction: Introduction, said: Said) -> dict:
    """One of the two at least says how to be reached."""
    contact = said.contact.strip()
    if not contact and not introduction.share_contact:
        raise Refused(
            "Indiquez comment vous joindre : la personne qui demande n’a pas transmis ses coordonnées."
        )
    return {"target_contact": contact}


def refused(introduction: Introduction, said: Said) -> dict:
    if said.reason not in Reason.values:
        raise Refused("Indiquez pourquoi : la personne qui demande saura où chercher.")
    if said.stop and introduction.actor and introduction.actor.contact_relay:
        stop(introduction.actor)
    return {
        "refusal_reason": said.reason,
        "suggested": said.suggested,
        "suggested_name": said.suggested_name[:200],
    }


def stop(actor: Actor, dead: bool = False) -> None:
    """Its present box takes no more requests."""
    RelayStop.objects.get_or_create(
        box=actor.contact_relay.lower(), defaults={"actor": actor, "dead": dead}
    )


def closed(introduction: Introduction, said: Said) -> dict:
    if said.outcome not in Outcome.values or said.useful is None:
        raise Refused("Dites si l’échange a été utile et ce qu’il a donné.")
    return {"useful": said.useful, "outcome": said.outcome, "target_contact": ""}


def forgotten(introduction: Introduction, said: Said) -> dict:
    return {"target_contact": ""}


EFFECTS: dict[str, Callable[[Introduction, Said], dict]] = {
    "send": first_time,
    "entrust": entrusted,
    "accept": accepted,
    "refuse": refused,
    "hand_back": handed_back,
    "reassign": addressed,
    "retry": addressed,
    "close": closed,
    "file": forgotten,
    "withdraw": forgotten,
    "leave": forgotten,
}
