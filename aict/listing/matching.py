"""Rows whose text answers a query, from the places of each word: kept per process, topped up.

A word's places are read once from PostgreSQL's own index; afterwards only rows stamped since then
are asked for. Words are combined, counted and ranked as sets."""

from django.db import connection, transaction

from aict.listing import bitsets
from aict.listing.index import Snapshot
from aict.listing.places import Places
from aict.search.query import Join, Node, Not, Word, wanted

# By the index even for a word of every text: reading the table would unpack every vector.
BY_INDEX = "SET LOCAL enable_seqscan = off"
ANYWHERE = """
SELECT array_agg(id) FROM {table}
WHERE search_vector @@ %(word)s::tsquery AND archived_at IS NULL AND stamp > %(since)s
"""
LEAD = """
SELECT array_agg(id), array_agg(id) FILTER (WHERE search_lead @@ %(title)s::tsquery) FROM {table}
WHERE search_lead @@ %(word)s::tsquery AND archived_at IS NULL AND stamp > %(since)s
"""


def places_of(snapshot: Snapshot, table: str, node: Word | Join) -> Places:
    """Places of a word, or of words standing at a distance."""
    key = str(node)
    known = snapshot.words.get(key)
    if known.stamp >= snapshot.stamp:
        return known
    anywhere, lead, title = read(snapshot, table, key, known.stamp)
    fresh = Places(
        snapshot.stamp, known.anywhere | anywhere, known.lead | lead, known.title | title
    )
    snapshot.words.keep(key, fresh)
    return fresh


def read(snapshot: Snapshot, table: str, word: str, since: int) -> list[int]:
    """Rows stamped after `since` that hold `word`: anywhere, in the lead, in the title."""
    asked: dict[str, str | int] = {"word": word, "title": f"{word}:A", "since": since}
    with transaction.atomic(), connection.cursor() as cursor:
        if not since:
            cursor.execute(BY_INDEX)
        cursor.execute(ANYWHERE.format(table=table), asked)
        found = cursor.fetchone()
        # Only single words rank.
        if found[0] and word.startswith("'"):
            cursor.execute(LEAD.format(table=table), asked)
            found += cursor.fetchone()
        cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
    return [snapshot.of_ids(ids or ()) for ids in (*found, None, None)[:3]]


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
