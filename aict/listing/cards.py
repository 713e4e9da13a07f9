"""What a row looks like in a list: rendered once per version of the row, kept by each process."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from aict.search.extracts import marked

# Stands for the title and the teaser in a rendered card: no text may hold it.
HOLE = "\x02"


@dataclass(frozen=True, slots=True)
class Card:
    """A rendered row, cut where its title and its teaser go, so that words can be marked there."""

    around: tuple[str, str, str]
    title: str
    teaser: str

    def html(self, wanted: frozenset[str] = frozenset(), extract: str = "") -> str:
        """The row; `wanted` lexemes are marked, an `extract` takes the place of the teaser."""
        before, between, after = self.around
        title, teaser = marked(self.title, wanted), marked(extract or self.teaser, wanted)
        return f"{before}{title}{between}{teaser}{after}"


class Cards:
    """The cards of one list. `load` renders those of some ids; a row gone meanwhile has none."""

    def __init__(self, load: Callable[[list[int]], Mapping[int, Card]], most: int = 2_000):
        self.load = load
        self.most = most
        self.lock = threading.Lock()
        self.kept: OrderedDict[tuple[int, str | None], tuple[int, Card]] = OrderedDict()

    def of(self, rows: Iterable[tuple[int, int]]) -> dict[int, Card]:
        """The cards of (id, stamp) rows, in their order; one query at most."""
        language = get_language()
        rows = list(rows)
        found = {}
        for row_id, stamp in rows:
            kept = self.kept.get((row_id, language))
            if kept and kept[0] == stamp:
                found[row_id] = kept[1]
        missing = [row for row in rows if row[0] not in found]
        if missing:
            made = self.load([row_id for row_id, _ in missing])
            self.keep({(i, language): (stamp, made[i]) for i, stamp in missing if i in made})
            found.update(made)
        return {row_id: found[row_id] for row_id, _ in rows if row_id in found}

    def keep(self, cards: dict) -> None:
        with self.lock:
            self.kept.update(cards)
            while len(self.kept) > self.most:
                self.kept.popitem(last=False)


def cut(html: str) -> tuple[str, str, str]:
    """A card rendered with HOLE for its title and its teaser, in three parts."""
    before, between, after = html.split(HOLE)
    return before, between, after


def joined(parts: Iterable[str]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308
