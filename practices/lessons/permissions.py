"""In what capacity somebody acts on a statement."""

from dataclasses import dataclass

from aict.people.models import User
from practices.lessons.models import Part, State, Statement


@dataclass(frozen=True)
class Who:
    user: User | None = None
    clock: bool = False


CLOCK = Who(clock=True)


def parts_of(who: Who, statement: Statement) -> set[Part]:
    """One capacity at most: who tells never checks."""
    if who.clock:
        return {Part.CLOCK}
    user = who.user
    if user is None or not user.is_active:
        return set()
    if statement.author_id == user.pk:
        return {Part.AUTHOR}
    return {Part.COORDINATION} if user.is_coordinator else set()


def sees(user, statement: Statement) -> bool:
    """Mirrors `Statement.objects.visible_to`."""
    if not user.is_authenticated:
        return False
    if statement.author_id == user.pk:
        return True
    return user.is_coordinator and statement.state != State.DRAFT
