"""Rows whose text answers a query, from the places of each word: kept per process, topped up.

A word's places are read once from PostgreSQL's own index; afterwards only rows stamped since then
are asked for. Words are combined, counted and ranked as sets."""

import threading
from dataclasses import dataclass

from django.db import connection

from aict.listing import bitsets
from aict.listing.index import Snapshot
from aict.search.query import Join, Node, Not, Word, wanted

READ = """
SELECT array_agg(id), array_agg(id) FILTER (WHERE search_lead @@ %(word)s::tsquery),
       array_agg(id) FILTER (WHERE search_lead @@ %(title)s::tsquery)
FROM {table} WHERE search_vector @@ %(word)s::tsquery AND archived_at IS NULL AND stamp > %(since)s
"""
MEMORY = 8_000_000  # bytes of places kept per list
MEMORY_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Places:
    """Where a word stands, for rows stamped up to `stamp`: anywhere, in the lead, in the title."""

    stamp: int = 0
    anywhere: int = 0
    lead: int = 0
    title: int = 0


def places_of(snapshot: Snapshot, table: str, node: Word | Join) -> Places:
    """Places of a word, or of words standing at a distance."""
    key = str(node)
    known = snapshot.words.get(key, Places())
    if known.stamp >= snapshot.stamp:
        return known
    lead = f"{key}:A" if isinstance(node, Word) else key
    with connection.cursor() as cursor:
        cursor.execute(READ.format(table=table), {"word": key, "title": lead, "since": known.stamp})
        anywhere, led, titled = (snapshot.of_ids(ids or ()) for ids in cursor.fetchone())
    fresh = Places(
        snapshot.stamp, known.anywhere | anywhere, known.lead | led, known.title | titled
    )
    remember(snapshot, key, fresh)
    return fresh


def remember(snapshot: Snapshot, key: str, places: Places) -> None:
    kept = snapshot.words
    most = MEMORY // (len(snapshot.ids) // 2 + 100)
    with MEMORY_LOCK:
        kept.pop(key, None)
        while len(kept) >= most:
            del kept[next(iter(kept))]
        kept[key] = places


def matching(snapshot: Snapshot, table: str, node: Node) -> int:
    """Rows that answer `node`."""
    if isinstance(node, Not):
        return snapshot.alive & ~matching(snapshot, table, node.inner)
    if isinstance(node, Join) and node.operator in "&|":
        left, right = (matching(snapshot, table, side) for side in (node.left, node.right))
        return left & right if node.operator == "&" else left | right
    return places_of(snapshot, table, node).anywhere & snapshot.alive


def best_first(snapshot: Snapshot, table: str, node: Node, inside: int) -> list[int]:
    """`inside` cut by relevance: words found in the title, then in the lead. Within a cut, the
    newest come first."""
    places = [places_of(snapshot, table, Word(lexeme)) for lexeme in wanted(node)]
    return [
        cut
        for titled in bitsets.by_hits(inside, [p.title for p in places])
        for cut in bitsets.by_hits(titled, [p.lead for p in places])
    ]
