"""Mark the words a reader looked for, and choose the passage that shows them.

PostgreSQL says the stem of a word; each process keeps what it was told. The words to mark are then
those already met that have a stem looked for: texts to mark are learnt first."""

import re
from collections.abc import Collection, Iterable
from html import escape

from django.db import connection

WORD = re.compile(r"\w+")
# The stem of a word; of a word too common to be searched, nothing.
STEMS = """
SELECT word, (ts_lexize('pg_catalog.french_stem', lower(public.aict_unaccent(word))))[1]
FROM unnest(%s::text[]) word
"""
MOST_WORDS = 60_000
BEFORE, LENGTH = 60, 190  # characters of a passage


class Memory:
    """Words met and their stems. `born` changes when it starts anew: what was learnt is lost."""

    def __init__(self):
        self.born = object()
        self.known: set[str] = set()
        self.forms: dict[str, set[str]] = {}

    def forget(self) -> None:
        """Start anew: what is kept of a text (cards of lists) must be read again."""
        self.__init__()

    def learn(self, texts: Iterable[str]) -> None:
        """Know every word of `texts`; one query when some are new."""
        words = set()
        for text in texts:
            words.update(WORD.findall(text.lower()))
        unknown = words - self.known
        if not unknown:
            return
        if len(self.known) + len(unknown) > MOST_WORDS:
            self.forget()
        with connection.cursor() as cursor:
            cursor.execute(STEMS, [sorted(unknown)])
            for word, stem in cursor.fetchall():
                if stem:
                    self.forms.setdefault(stem, set()).add(word)
        self.known |= unknown


MEMORY = Memory()


class Marker:
    """Marks the words whose stem is `wanted`, in texts that were learnt."""

    def __init__(self, wanted: Collection[str]):
        self.forms = {form: stem for stem in wanted for form in MEMORY.forms.get(stem, ())}
        either = "|".join(sorted(map(re.escape, self.forms), reverse=True))
        self.pattern = re.compile(rf"\b(?:{either})\b") if either else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        if self.pattern is None:
            return []
        lower = text.lower()
        return [
            found.span()
            for found in self.pattern.finditer(lower if len(lower) == len(text) else text)
        ]

    def html(self, text: str) -> str:
        """`text` escaped, its wanted words between <mark> and </mark>."""
        parts, end = [], 0
        for start, stop in self.spans(text):
            parts += [escape(text[end:start]), "<mark>", text[start:stop], "</mark>"]
            end = stop
        parts.append(escape(text[end:]))
        return "".join(parts)

    def shows(self, text: str) -> bool:
        return self.pattern is not None and bool(self.pattern.search(text.lower()))

    def passage(self, text: str) -> str:
        """The stretch of `text` with the most different wanted words; "" when there is none."""
        text = " ".join(text.split())
        spans = self.spans(text)
        if not spans:
            return ""
        stems = [(start, self.forms.get(text[start:stop].lower())) for start, stop in spans]

        def richness(start):
            return len({stem for at, stem in stems if start <= at < start + LENGTH - BEFORE})

        best = max((start for start, _ in stems), key=richness)
        first = text.find(" ", best - BEFORE, best) + 1 if best > BEFORE else 0
        last = text.rfind(" ", best, first + LENGTH) if len(text) > first + LENGTH else len(text)
        inside = text[first : max(last, best)]
        return f"{'… ' if first else ''}{inside}{' …' if last < len(text) else ''}"
