"""Who is waited on is reminded after fifteen days, then after thirty."""

from django.db import transaction
from django.utils import timezone

from practices.lessons.models import Part, State, Statement, StatementEntry
from practices.lessons.telling import tell

WAITING = [State.SUBMITTED, State.RETURNED, State.CLEARED]
DAYS = (15, 30)


def run() -> int:
    """Running it twice the same day says nothing twice. Returns how many are reminded."""
    return sum(remind(statement) for statement in Statement.objects.filter(state__in=WAITING))


@transaction.atomic
def remind(statement: Statement) -> int:
    since = timezone.localdate(statement.state_since)
    reached = sum(day <= (timezone.localdate() - since).days for day in DAYS)
    locked = Statement.objects.select_for_update(of=["self"]).get(pk=statement.pk)
    told = locked.journal.filter(transition="remind", at__gte=locked.state_since).count()
    if locked.state != statement.state or told >= reached:
        return 0
    entry = StatementEntry.objects.create(statement=locked, transition="remind", part=Part.CLOCK)
    tell(entry.pk)
    return 1
