"""The lists of the site. Rooms register theirs in `ready()`; search, alerts and digests only ask."""

from dataclasses import dataclass

from django.utils.functional import Promise

from aict.listing.cards import Cards
from aict.listing.listing import Listing


@dataclass(frozen=True)
class Section:
    """One list of the site: `slug` is its address less the slashes, and its name in querystrings.

    `noun` is what is counted, in the singular; `order` its place among the others (0 comes first)."""

    slug: str
    title: str | Promise
    noun: str
    listing: Listing
    cards: Cards
    order: int = 50

    @property
    def address(self) -> str:
        return f"/{self.slug}/"


SECTIONS: dict[str, Section] = {}


def register(section: Section) -> None:
    SECTIONS[section.slug] = section


def sections() -> list[Section]:
    """All of them, in the order of pages that show them together."""
    return sorted(SECTIONS.values(), key=lambda section: section.order)


def section_of(kind: str) -> Section | None:
    """The list of the rows of that kind of contribution."""
    return next((s for s in SECTIONS.values() if s.listing.kind == kind), None)
