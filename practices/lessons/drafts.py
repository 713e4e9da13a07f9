"""What its author writes before confiding it."""

from aict.moderation.readiness import Refused
from practices.lessons.models import State, Statement

OPEN = [State.DRAFT, State.RETURNED]


def keep(statement: Statement, told: dict) -> None:
    """Store the words, unless the text was confided meanwhile in another window (Refused).

    A first text sent twice is one draft."""
    if statement.pk is None:
        same = Statement.objects.filter(author=statement.author, state=State.DRAFT, **told).first()
        made = same or Statement.objects.create(author=statement.author, **told)
        statement.pk, statement.token = made.pk, made.token
    elif not Statement.objects.filter(pk=statement.pk, state__in=OPEN).update(**told):
        raise Refused("Ce texte vient d’être confié : il ne se modifie plus à cette étape.")
