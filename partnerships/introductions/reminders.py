"""The clock: reminders at 9, 21 and 45 days, then the coordination takes over."""

from django.db import transaction
from django.utils import timezone

from aict.moderation.readiness import Refused
from partnerships.introductions import gate, targets
from partnerships.introductions.permissions import CLOCK
from partnerships.introductions.telling import tell
from partnerships.introductions.waiting import ESCALATED_AFTER, REMINDERS, since
from partnerships.models.introduction import Introduction, IntroductionEntry, Part, State

REMINDED = {
    State.SENT: "remind_target",
    State.ACKNOWLEDGED: "remind_target",
    State.ESCALATED: "remind_coordination",
    State.ACCEPTED: "remind_requester",
    State.HELD: "remind_requester",
}
UNREACHABLE = "Le contact ne reçoit plus de demandes."
SILENT = f"Sans réponse depuis {ESCALATED_AFTER} jours."


def run() -> int:
    """One pass over what waits; running it twice the same day says nothing twice."""
    waiting = Introduction.objects.filter(state__in=[*REMINDERS]).select_related(
        *("actor", "peer", "about", "requester")
    )
    return sum(look_at(introduction) for introduction in waiting)


def look_at(introduction: Introduction) -> int:
    """1 when somebody is told something."""
    asked = introduction.state in {State.SENT, State.ACKNOWLEDGED}
    days = (timezone.localdate() - timezone.localdate(since(introduction))).days
    if asked and not targets.is_reachable(introduction):
        return escalate(introduction, UNREACHABLE)
    if asked and days >= ESCALATED_AFTER:
        return escalate(introduction, SILENT)
    reached = [d for d in REMINDERS[introduction.state] if d <= days]
    if not reached or reached[-1] <= introduction.reminded:
        return 0
    return remind(introduction, reached[-1])


def escalate(introduction: Introduction, why: str) -> int:
    try:
        gate.apply(introduction, "escalate", CLOCK, gate.Said(comment=why))
    except Refused:  # answered meanwhile
        return 0
    return 1


@transaction.atomic
def remind(introduction: Introduction, days: int) -> int:
    """The latest reminder reached, once: a clock that stopped does not catch up in a heap."""
    rows = Introduction.objects.filter(
        pk=introduction.pk, state=introduction.state, reminded__lt=days
    )
    if not rows.update(reminded=days):
        return 0
    entry = IntroductionEntry.objects.create(
        introduction=introduction,
        transition=REMINDED[State(introduction.state)],
        source=introduction.state,
        target=introduction.state,
        part=Part.CLOCK,
        asked=introduction.target_name,
        round=introduction.round,
    )
    tell(entry)
    return 1


@transaction.atomic
def undeliverable(introduction: Introduction) -> None:
    """The box refuses for good: nobody is sent there any more."""
    if introduction.actor and introduction.actor.contact_relay:
        gate.stop(introduction.actor, dead=True)
    if introduction.state in {State.SENT, State.ACKNOWLEDGED}:
        escalate(introduction, "La boîte de relais n’existe plus.")
