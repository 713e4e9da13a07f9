"""Who is waited on, and until when, in words. Days count from the day the request was sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from aict.ui.dates import long_date
from partnerships.models.introduction import Introduction, State

# What is promised to the requester, and when who is waited on is reminded.
PROMISED, ESCALATED_AFTER, CLOSED_AFTER = 9, 45, 90
REMINDERS: dict[str, tuple[int, ...]] = {
    State.SENT: (9, 21),
    State.ACKNOWLEDGED: (9, 21),
    State.ACCEPTED: (21, 45),
    State.HELD: (9, 21),
    State.ESCALATED: (10, 30),
}
COORDINATION_DAYS = 10


@dataclass(frozen=True)
class Wait:
    """`who`: « vous », a name, « la coordination » or "" when nobody is waited on."""

    who: str
    until: datetime | None
    words: str
    late: int = 0


def since(introduction: Introduction) -> datetime:
    """When the present wait began: an acknowledgement gives no more time."""
    if introduction.state in {State.SENT, State.ACKNOWLEDGED} and introduction.sent_at:
        return introduction.sent_at
    return introduction.state_since


def waited_on(introduction: Introduction, mine: bool = False) -> Wait:
    """`mine`: said to the requester."""
    state = introduction.state
    asks = "Vous êtes attendu·e" if mine else "La personne qui demande est attendue"
    if state == State.DRAFT:
        return Wait("vous", None, f"{asks} : choisissez à qui l’adresser, puis envoyez.")
    if state in {State.SENT, State.ACKNOWLEDGED}:
        due = since(introduction) + timedelta(days=PROMISED)
        last = long_date(since(introduction) + timedelta(days=ESCALATED_AFTER))
        name = introduction.target_name
        late = days_late(due)
        words = (
            f"Réponse de « {name} » attendue depuis le {long_date(due)} ; sans réponse le {last}, "
            "la coordination prend la suite."
            if late
            else f"« {name} » répond, en principe avant le {long_date(due)}."
        )
        return Wait(name, due, words, late)
    if state == State.ESCALATED:
        due = introduction.state_since + timedelta(days=COORDINATION_DAYS)
        return Wait(
            "la coordination",
            due,
            f"La coordination cherche le bon interlocuteur, en principe avant le {long_date(due)}.",
            days_late(due),
        )
    return after_answer(introduction, asks)


def after_answer(introduction: Introduction, asks: str) -> Wait:
    state = introduction.state
    due = introduction.state_since + timedelta(days=REMINDERS.get(state, (PROMISED,))[0])
    words = {
        State.REFUSED: f"{asks} : l’adresser à quelqu’un d’autre, la confier à la coordination, ou la retirer.",
        State.ACCEPTED: f"{asks} : échangez, puis dites-le ici, en principe avant le {long_date(due)}.",
        State.HELD: f"{asks} : dites si l’échange a été utile et ce qu’il a donné.",
    }.get(State(state), "")
    return Wait("vous", due, words, days_late(due)) if words else Wait("", None, "")


def days_late(due: datetime) -> int:
    return max((timezone.localdate() - timezone.localdate(due)).days, 0)


def age(introduction: Introduction) -> int:
    """Days since it was sent."""
    begun = introduction.sent_at or introduction.created_at
    return (timezone.localdate() - timezone.localdate(begun)).days
