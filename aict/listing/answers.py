"""What a reader asked for, the rows that answer it, and what was probably meant."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from aict.listing.index import Snapshot
from aict.listing.matching import matching, places_of
from aict.search import spelling
from aict.search.query import Node, Word, clean, parse, wanted

MOST_MEANINGS = 2_000


@dataclass(frozen=True, slots=True)
class Answer:
    """`used` differs from `asked` when nothing answers what was typed and a near spelling does."""

    asked: str = ""
    used: str = ""
    node: Node | None = None
    rows: int = 0

    @property
    def corrected(self) -> bool:
        return self.used != self.asked


def answer(snapshot: Snapshot, table: str, asked: str) -> Answer:
    """The rows that answer `asked`; every row when no word worth searching is left."""
    node = understood(asked)
    if node is None:
        return Answer(asked, asked, None, snapshot.alive)
    rows = matching(snapshot, table, node)
    if not rows and (meant := respelt(snapshot, table, asked)):
        other = understood(meant)
        if other and (found := matching(snapshot, table, other)):
            return Answer(asked, meant, other, found)
    return Answer(asked, asked, node, rows)


@lru_cache(maxsize=2_000)
def understood(text: str) -> Node | None:
    """The tree of a query; PostgreSQL reads it, so that stems are those of its index."""
    return parse(tsquery(clean(text)))


def tsquery(cleaned: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT websearch_to_tsquery('public.french_unaccent', %s)::text", [cleaned])
        return cursor.fetchone()[0]


def respelt(snapshot: Snapshot, table: str, text: str) -> str:
    """`text` with each word that no row holds replaced by the nearest spelling; "" without any."""
    unknown = [
        word
        for word in sorted(spelling.words_of(clean(text)))
        if any(
            not places_of(snapshot, table, Word(lexeme)).anywhere & snapshot.alive
            for lexeme in wanted(understood(word))
        )
    ]
    meant = meanings(snapshot, unknown)
    if not meant:
        return ""
    either = "|".join(re.escape(word) for word in meant)
    pattern = rf"(?<!\w)(?:{either})(?!\w)"
    return re.sub(pattern, lambda found: meant[found[0].lower()], text, flags=re.IGNORECASE)


def meanings(snapshot: Snapshot, unknown: list[str]) -> dict[str, str]:
    """The nearest spelling of each word that has one; asked once per word and per snapshot."""
    new = [word for word in unknown if word not in snapshot.meant]
    if new:
        found = spelling.nearest(new)
        if len(snapshot.meant) < MOST_MEANINGS:
            snapshot.meant.update({word: found.get(word, "") for word in new})
    else:
        found = {}
    known = {word: found.get(word) or snapshot.meant.get(word) for word in unknown}
    return {word: near for word, near in known.items() if near}
