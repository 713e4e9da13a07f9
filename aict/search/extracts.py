"""Mark the words a reader looked for, and choose the passage that shows them.

A word is compared by its stem, as PostgreSQL's index does; stems are asked once per word and kept."""

import re
from collections.abc import Collection, Iterable

from django.db import connection
from django.utils.html import escape

WORD = re.compile(r"(\w+)")
# The stem of a word; of a word too common to be searched, nothing.
STEMS = """
SELECT word, (ts_lexize('pg_catalog.french_stem', lower(public.aict_unaccent(word))))[1]
FROM unnest(%s::text[]) word
"""
MOST_WORDS = 30_000
PASSAGE = 24  # words
_stems: dict[str, str | None] = {}


def stems(words: Iterable[str]) -> dict[str, str | None]:
    """The memory of stems, completed with those of `words` (lower case)."""
    unknown = {word for word in words if word not in _stems}
    if unknown:
        if len(_stems) > MOST_WORDS:
            _stems.clear()
        with connection.cursor() as cursor:
            cursor.execute(STEMS, [sorted(unknown)])
            _stems.update(cursor.fetchall())
    return _stems


def words_of(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def marked(text: str, wanted: Collection[str]) -> str:
    """`text` as HTML, with its `wanted` words (stems) marked."""
    if not wanted:
        return escape(text)
    parts = WORD.split(text)
    known = stems(word.lower() for word in parts[1::2])
    if not any(known.get(word.lower()) in wanted for word in parts[1::2]):
        return escape(text)
    parts[1::2] = [
        f"<mark>{word}</mark>" if known.get(word.lower()) in wanted else word
        for word in parts[1::2]
    ]
    parts[0::2] = [escape(between) for between in parts[0::2]]
    return "".join(parts)


def shows(text: str, wanted: Collection[str]) -> bool:
    """Whether a wanted word stands in `text`."""
    words = words_of(text)
    known = stems(words)
    return any(known.get(word) in wanted for word in words)


def passage(text: str, wanted: Collection[str]) -> str:
    """The stretch of `text` that holds the most different wanted words; "" when there is none."""
    parts = WORD.split(" ".join(text.split()))
    words = [word.lower() for word in parts[1::2]]
    known = stems(words)
    hits = [(n, known.get(word)) for n, word in enumerate(words) if known.get(word) in wanted]
    if not hits:
        return ""
    richness = [len({stem for m, stem in hits if n <= m < n + PASSAGE * 2 // 3}) for n, _ in hits]
    first = max(0, hits[richness.index(max(richness))][0] - PASSAGE // 4)
    last = min(first + PASSAGE, len(words))
    inside = "".join(parts[2 * first + 1 : 2 * last]).strip()
    return f"{'… ' if first else ''}{inside}{' …' if last < len(words) else parts[2 * last]}"
