"""In what capacity somebody acts on an introduction."""

from dataclasses import dataclass

from aict.people.models import User
from aict.people.permissions import is_member_of
from partnerships.models.introduction import Introduction, Part, State


@dataclass(frozen=True)
class Who:
    """Somebody signed in, the holder of a signed link (of that round), or the clock."""

    user: User | None = None
    link: int | None = None
    clock: bool = False


CLOCK = Who(clock=True)


def parts_of(who: Who, introduction: Introduction) -> set[Part]:
    """Every capacity in which `who` may act."""
    if who.clock:
        return {Part.CLOCK}
    found = set()
    user = who.user
    # A link serves the round it was sent for, as long as somebody is asked.
    asked = introduction.actor_id or introduction.peer_id
    if asked and who.link is not None and who.link == introduction.round:
        found.add(Part.TARGET)
    if user and user.is_active:
        mine = introduction.requester_id == user.pk
        if mine:
            found.add(Part.REQUESTER)
        elif introduction.peer and is_member_of(user, introduction.peer):
            found.add(Part.TARGET)
        if user.is_coordinator and not mine:
            found.add(Part.COORDINATION)
    return found


def sees(user, introduction: Introduction) -> bool:
    """Mirrors `Introduction.objects.visible_to`."""
    if not user.is_authenticated:
        return False
    if introduction.requester_id == user.pk:
        return True
    if introduction.state == State.DRAFT:
        return False
    return bool(parts_of(Who(user=user), introduction))
