"""Pages someone keeps."""

from dataclasses import dataclass
from typing import Any

from aict.alerts.models import Bookmark
from aict.alerts.subscribing import last_accepted
from aict.listing.cards import Card
from aict.listing.registry import section_of
from aict.moderation.kinds import title_on_line
from aict.moderation.models import Contribution

MOST = 200


@dataclass(frozen=True)
class Kept:
    """A page kept, and its card; none when it was withdrawn since or belongs to no list."""

    bookmark: Bookmark
    html: str

    @property
    def title(self) -> str:
        return title_on_line(self.bookmark.contribution)


def keep(user, contribution: Contribution, told: bool) -> None:
    """Kept once, whatever the number of clicks; `told` of what changes from now on."""
    Bookmark.objects.update_or_create(
        user=user,
        contribution=contribution,
        defaults={"told": told, "told_version": last_accepted(contribution)},
    )


def let_go(user, contribution: Contribution) -> None:
    Bookmark.objects.filter(user=user, contribution=contribution).delete()


def kept_by(user) -> list[Kept]:
    """The last kept first; one query for the rows of each kind, one for their cards."""
    bookmarks = list(Bookmark.objects.filter(user=user).select_related("contribution")[:MOST])
    cards: dict[int, Card] = {}
    for kind in dict.fromkeys(row.contribution.kind for row in bookmarks):
        cards |= cards_of(kind, [row.contribution_id for row in bookmarks])
    return [
        Kept(row, cards[row.contribution_id].html() if row.contribution_id in cards else "")
        for row in bookmarks
    ]


def cards_of(kind: str, contributions: list[int]) -> dict[int, Card]:
    """{contribution: its card} for the rows on line of one kind."""
    section = section_of(kind)
    if section is None:
        return {}
    manager: Any = section.listing.model._default_manager
    rows = manager.published()
    found = list(
        rows.filter(contribution__in=contributions).values_list("pk", "stamp", "contribution")
    )
    cards = section.cards.of([(pk, stamp) for pk, stamp, _contribution in found])
    return {contribution: cards[pk] for pk, _stamp, contribution in found if pk in cards}
