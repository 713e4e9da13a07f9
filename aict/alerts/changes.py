"""Who is told that a page changed: those who follow it and those who keep it, each address once."""

from collections import defaultdict

from aict.alerts import letters
from aict.alerts.models import Bookmark, Subscription
from aict.moderation.models import Contribution


def concerned(contribution_id: int, number: int) -> list[list[Subscription | Bookmark]]:
    """For each address not told of that version yet, what it asked; followers first."""
    followers = Subscription.objects.in_force().filter(contribution=contribution_id)
    keepers = Bookmark.objects.filter(contribution=contribution_id, told=True, user__is_active=True)
    asked: dict[str, list[Subscription | Bookmark]] = defaultdict(list)
    for alert in followers.filter(told_version__lt=number).select_related("reader__user"):
        asked[alert.reader.address].append(alert)
    for kept in keepers.filter(told_version__lt=number).select_related("user"):
        asked[kept.user.email].append(kept)
    return list(asked.values())


def claim(rows: list[Subscription | Bookmark], number: int) -> bool:
    """Write that this version is told to one address; False when it was already."""
    claimed = [
        type(row)._default_manager.filter(pk=row.pk, told_version__lt=number) for row in rows
    ]
    return sum(found.update(told_version=number) for found in claimed) > 0


def send(row: Subscription | Bookmark, note: str) -> bool:
    """Nothing of a page withdrawn meanwhile, nor to who stopped meanwhile."""
    contribution = Contribution.objects.on_line().filter(pk=row.contribution_id).first()
    if contribution is None:
        return False
    to = row.user.email if isinstance(row, Bookmark) else row.reader.address
    letters.changed(to, row, contribution, note).send()
    return True
