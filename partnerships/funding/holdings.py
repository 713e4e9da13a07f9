"""The lines someone follows, given back in a data export. Nobody inherits them."""

from aict.people.holdings import Holding
from partnerships.models import Following


def count(user, territory=None) -> int:
    return 0


def hand_over(user, heir, territory=None) -> int:
    return 0


def export(user) -> list[dict]:
    rows = Following.objects.filter(user=user).select_related("funding").order_by("pk")
    return [{"financement": row.funding.title, "depuis le": row.since.isoformat()} for row in rows]


FOLLOWINGS = Holding("financements suivis", "Financements suivis", count, hand_over, export)
