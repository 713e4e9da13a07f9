"""In what capacity somebody acts on a question."""

from dataclasses import dataclass

from aict.people.models import User
from practices.exchange.models.question import Part, Question


@dataclass(frozen=True)
class Who:
    """Somebody signed in, the reader of a signed link (of that round), or the clock."""

    user: User | None = None
    link: int | None = None
    clock: bool = False


CLOCK = Who(clock=True)


def parts_of(who: Who, question: Question) -> set[Part]:
    """Every capacity in which `who` may act."""
    if who.clock:
        return {Part.CLOCK}
    user = who.user
    if user is None or not user.is_active:
        return set()
    if question.asker_id == user.pk:
        return {Part.OWNER} if who.link is None else set()
    if question.practice.contribution.editors.filter(pk=user.pk).exists():
        return {Part.TEAM} if who.link in {None, question.round} else set()
    return {Part.COORDINATION} if user.is_coordinator and who.link is None else set()


def sees(user, question: Question) -> bool:
    """Mirrors `Question.objects.visible_to`: a team reads what was sent to it."""
    if not user.is_authenticated:
        return False
    if user.is_coordinator or question.asker_id == user.pk:
        return True
    return question.round > 0 and Part.TEAM in parts_of(Who(user=user), question)
