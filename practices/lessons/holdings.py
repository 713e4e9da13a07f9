"""Statements of an account that leaves: nobody inherits them, what is on line loses its last link."""

from django.utils.translation import gettext_lazy as _

from aict.people.holdings import Holding
from practices.lessons import gate
from practices.lessons.models import Statement, StatementEntry
from practices.lessons.models.lesson import TEXTS
from practices.lessons.permissions import CLOCK
from practices.lessons.states import UNFINISHED


def count(user, territory=None) -> int:
    """None in particular belongs to a territory: that is the point."""
    return 0 if territory else Statement.objects.filter(author=user).count()


def hand_over(user, heir, territory=None) -> int:
    """An heir would learn who told: whoever it is, what waits is forgotten."""
    if territory:
        return 0
    mine = list(Statement.objects.filter(author=user))
    for statement in mine:
        if statement.state in UNFINISHED:
            gate.apply(statement, "leave", CLOCK)
    # What was not retained was kept for her alone.
    StatementEntry.objects.filter(statement__in=mine).update(comment="")
    Statement.objects.filter(author=user).update(author=None, **dict.fromkeys(TEXTS, ""))
    return len(mine)


def export(user) -> list[dict]:
    rows = Statement.objects.filter(author=user).select_related("published").order_by("pk")
    return [
        {
            "état": row.get_state_display(),
            "titre": row.title or (row.published.title if row.published else ""),
            "situation": row.situation,
            "ce qui a été tenté": row.tried,
            "ce qui n’a pas marché": row.wrong,
            "à la place": row.instead,
        }
        for row in rows
    ]


STATEMENTS = Holding("témoignages", _("Témoignages confiés"), count, hand_over, export)
