"""One page of a list: which rows, how many, and the counts beside each filter."""

from dataclasses import dataclass, replace
from itertools import chain, islice

from aict.listing.answers import Answer, answer
from aict.listing.bitsets import highest_first
from aict.listing.counting import Counts, chosen, counts, kept_by_all
from aict.listing.index import Snapshot
from aict.listing.listing import Listing
from aict.listing.matching import best_first
from aict.listing.selection import BadParameterError, Selection

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Page:
    """`rows` are (id, stamp), in order; `counts` ignore, for each facet, its own choice."""

    selection: Selection
    answer: Answer
    total: int
    rows: list[tuple[int, int]]
    counts: Counts
    snapshot: Snapshot
    # The order really used.
    tri: str
    found: int  # the set of all its rows, on this page or not

    @property
    def last(self) -> int:
        return max(1, -(-self.total // PER_PAGE))


def read_page(listing: Listing, selection: Selection) -> Page:
    """The page that `selection` asks for. A number beyond the last page is refused."""
    snapshot = listing.current()
    got = answer(snapshot, listing.table, selection.q)
    kept = chosen(snapshot, selection.values)
    rows = kept_by_all(got.rows, kept)
    total = rows.bit_count()
    skip = (selection.page - 1) * PER_PAGE
    if selection.page > 1 and skip >= total:
        raise BadParameterError("page", "Cette page n’existe pas.")
    return Page(
        selection,
        got,
        total,
        in_order(listing, snapshot, selection, got, rows, skip),
        counts(snapshot, got.rows, kept),
        snapshot,
        listing.tri(selection.tri, bool(got.node)),
        rows,
    )


def first_of(listing: Listing, selection: Selection, most: int) -> Page:
    """The first `most` rows of what `selection` asks for."""
    page = read_page(listing, selection)
    return replace(page, rows=page.rows[:most])


def in_order(
    listing: Listing, snapshot: Snapshot, selection: Selection, got: Answer, rows: int, skip: int
) -> list[tuple[int, int]]:
    """(id, stamp) of the page's rows. The database sorts what the index does not."""
    tri = listing.tri(selection.tri, bool(got.node))
    if listing.orders[tri].by:
        found = listing.model._default_manager.published()
        found = listing.narrow(found, selection.values, got.node)
        found = listing.ordered(found, tri, got.node)
        return list(found.values_list("id", "stamp")[skip : skip + PER_PAGE])
    cuts = [rows]
    if got.node and tri != "recentes":
        cuts = best_first(snapshot, listing.table, got.node, rows)
    places = islice(chain.from_iterable(highest_first(cut) for cut in cuts), skip, skip + PER_PAGE)
    return [(snapshot.ids[place], snapshot.stamps[place]) for place in places]


def better_filters(page: Page) -> list[tuple[str, int]]:
    """When nothing is left: filters that, taken away alone, give rows; the most generous first."""
    kept = chosen(page.snapshot, page.selection.values)
    totals = [(name, kept_by_all(page.answer.rows, kept, name).bit_count()) for name in kept]
    if page.selection.q:
        totals.append(("q", kept_by_all(page.snapshot.alive, kept).bit_count()))
    return sorted((t for t in totals if t[1]), key=lambda t: -t[1])
