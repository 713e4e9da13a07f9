"""What an alert has to tell between two moments: rows of its lists, new or changed, never withdrawn ones."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from aict.alerts import subjects
from aict.alerts.models import Subscription
from aict.listing.answers import answer
from aict.listing.cards import Card
from aict.listing.registry import Section
from aict.listing.selection import BadParameterError, Selection
from aict.ui.typography import french

MOST = 20
# A publication that is being committed is left to the next mail, rather than to none.
SETTLED = timedelta(minutes=10)


@dataclass(frozen=True)
class Item:
    card: Card
    new: bool


@dataclass(frozen=True)
class Part:
    """The rows of one list: the first ones, how many others, and where all of them are."""

    section: Section
    items: list[Item]
    total: int
    address: str

    @property
    def others(self) -> int:
        return self.total - len(self.items)


@dataclass(frozen=True)
class News:
    """What one alert tells. `trouble` says, in words, why it can no longer be read."""

    alert: Subscription
    title: str
    parts: list[Part] = field(default_factory=list)
    trouble: str = ""

    @property
    def total(self) -> int:
        return sum(part.total for part in self.parts)

    @property
    def address(self) -> str:
        return settings.SITE_URL + subjects.address(self.alert)

    @property
    def list_address(self) -> str:
        """Without the filters that no longer hold."""
        return self.address.partition("?")[0]

    @property
    def rule(self) -> str:
        """What underlines the title in a mail that is only text."""
        return "=" * min(len(self.title), 60)


def news_of(alert: Subscription, since: datetime, until: datetime) -> News | None:
    """None when there is nothing to tell."""
    title = french(subjects.title(alert))
    try:
        parts = list(parts_of(alert, since, until))
    except BadParameterError as error:
        return News(alert, title, trouble=french(str(error)))
    return News(alert, title, parts) if parts else None


def parts_of(alert: Subscription, since: datetime, until: datetime) -> Iterator[Part]:
    most = MOST
    for section, selection in subjects.digest_sections(alert):
        part = part_of(section, selection, since, until, most)
        if part:
            most -= len(part.items)
            yield part


def part_of(
    section: Section, asked: Selection, since: datetime, until: datetime, most: int
) -> Part | None:
    """The newest rows first; beyond `most`, they are only counted."""
    listing = section.listing
    node = answer(listing.current(), listing.table, asked.q).node
    manager: Any = listing.model._default_manager
    rows = manager.published().told_between(since, until)
    rows = listing.narrow(rows, asked.values, node).order_by("-stamp")
    found = list(rows.values_list("pk", "stamp", "first_on"))
    if not found:
        return None
    published = {pk: at for pk, _stamp, at in found}
    cards = section.cards.of([(pk, stamp) for pk, stamp, _at in found[:most]])
    items = [
        Item(card, bool(published[pk] and published[pk] >= since)) for pk, card in cards.items()
    ]
    address = f"{settings.SITE_URL}{section.address}{asked.query(tri='recentes')}"
    return Part(section, items, len(found), address)
