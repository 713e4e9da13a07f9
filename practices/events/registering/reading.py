"""Where registrations stand, for the page of an event and for one's own."""

from dataclasses import dataclass
from datetime import datetime

from practices.events.enums import Seat
from practices.events.models import Event, Registration
from practices.events.registering import seats, signed


@dataclass(frozen=True)
class Standing:
    """`closed` says why nobody may register; `left` is none without a limit; `mine` one's own
    registration, with the address `mine_url` where it is read and given back."""

    closed: str
    registered: int
    waiting: int
    left: int | None
    mine: Registration | None
    mine_url: str

    @property
    def full(self) -> bool:
        return self.left == 0

    @property
    def inside(self) -> bool:
        return bool(self.mine and self.mine.state == Seat.REGISTERED)


def standing(event: Event, user, now: datetime) -> Standing | None:
    """None when one does not register here."""
    if not event.registrable:
        return None
    counts = event.registrations.all().counts()
    registered = counts.get(Seat.REGISTERED.value, 0)
    left = None if event.capacity is None else max(event.capacity - registered, 0)
    mine = held_by(event, user)
    return Standing(
        closed=seats.closed(event, now),
        registered=registered,
        waiting=counts.get(Seat.WAITING.value, 0),
        left=left,
        mine=mine,
        mine_url=signed.path(mine) if mine else "",
    )


def held_by(event: Event, user) -> Registration | None:
    if not user.is_authenticated:
        return None
    return event.registrations.concerned().filter(user=user).first()
