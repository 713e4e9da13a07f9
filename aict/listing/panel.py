"""The filters of a list as HTML: groups of values with their exact counts."""

from collections.abc import Collection, Mapping
from operator import itemgetter

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from aict.listing.listing import Facet, Listing
from aict.listing.page import Page
from aict.ui.facets import Row, around, group
from aict.ui.kept import pieces

COUNT = itemgetter(0)
_ready: dict[str, tuple[Mapping[str, str], list[tuple[str, str, str]]]] = {}


def panel(listing: Listing, page: Page) -> SafeString:
    """Every filter that has something to offer, in the list's order. Kept while nothing changes for
    those who have chosen nothing yet, or one value: they are the most, and they are few."""
    version = version_of(listing, page)
    return (
        pieces(version, lambda: [written(listing, page)])[0] if version else written(listing, page)
    )


def version_of(listing: Listing, page: Page) -> tuple | None:
    """None when the panel is not to be kept: too many may be asked, or the rows are not committed."""
    asked, seen, kept = page.selection, page.snapshot, listing.index.kept
    chosen = tuple((name, value) for name, values in asked.values.items() for value in values)
    if asked.q or len(chosen) > 1 or not kept:
        return None
    if (seen.epoch, seen.stamp) != (kept.epoch, kept.stamp):
        return None
    return "panel", listing.kind, seen.epoch, seen.stamp, timezone.localdate(), chosen


def written(listing: Listing, page: Page) -> SafeString:
    labels = listing.labels()
    groups = []
    for facet in listing.facets:
        asked = page.selection.values.get(facet.name, ())
        rows = offered(facet, labels[facet.name], page.counts.get(facet.name, {}), asked)
        groups.append(group(str(facet.title), rows, facet.shown))
    return mark_safe("".join(groups))  # noqa: S308


def offered(
    facet: Facet, words: Mapping[str, str], counts: Mapping[str, int], asked: Collection[str]
) -> list[Row]:
    """Values that would keep a row, and those already chosen. Rows are plain tuples, for speed."""
    ready = made_ready(facet.name, words)
    if asked:
        rows = [
            (counts.get(value, 0), before, after, value in asked)
            for value, before, after in ready
            if counts.get(value) or value in asked
        ]
    else:
        rows = [(counts[v], before, after, False) for v, before, after in ready if counts.get(v)]
    if facet.ranked:
        rows.sort(key=COUNT, reverse=True)
    return rows


def made_ready(name: str, words: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Each value and what stands around its count; made once for the same `words`."""
    made = _ready.get(name)
    if made is None or made[0] is not words:
        made = _ready[name] = words, [(v, *around(name, v, label)) for v, label in words.items()]
    return made[1]
