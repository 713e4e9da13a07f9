"""What a row looks like in a list: read once per version of the row, kept by each process."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from aict.search.extracts import MEMORY, Marker
from aict.ui.remembered import filled, marked, parts_of

TEMPLATE = "components/entry.html"
HOLES = marked(("url", "title", "teaser", "kicker", "meta", "figure", "figure_label"))


class Why(NamedTuple):
    """What in a text answers, when its card shows none of the words: a passage, or names."""

    passage: str = ""
    names: tuple[str, ...] = ()


NOTHING = Why()


@dataclass(frozen=True, slots=True)
class Card:
    """What a row of a list shows: plain words, set in French. `meta` and `figure` may be empty."""

    url: str
    category: str
    title: str
    teaser: str
    kicker: str
    meta: str = ""
    figure: str = ""
    figure_label: str = ""
    fictional: bool = False

    def html(self, marker: Marker | None = None, why: Why = NOTHING) -> str:
        """The row; `marker` marks the words searched, `why` completes what it shows."""
        mark = marker.html if marker else escape
        holes = {
            "url": self.url,
            "title": mark(self.title),
            "teaser": mark(why.passage or self.teaser),
            "kicker": mark(" · ".join((self.kicker, *why.names))),
            "meta": self.meta,
            "figure": escape(self.figure),
            "figure_label": escape(self.figure_label),
        }
        return filled(self.around(), holes)

    def words(self) -> str:
        """What is read in a row."""
        return f"{self.title} {self.teaser} {self.kicker}"

    def around(self) -> list[str]:
        """The component, rendered once for all cards that show the same parts."""
        key = (self.category, self.fictional, bool(self.meta), bool(self.figure))
        category, fictional, meta, figure = key
        entry = {
            **HOLES,
            "category": category,
            "fictional": fictional,
            "meta": HOLES["meta"] if meta else "",
            "figure": HOLES["figure"] if figure else "",
        }
        return parts_of(TEMPLATE, key, {"entry": entry})


class Cards:
    """The cards of one list. `load` reads those of some ids; a row gone meanwhile has none."""

    def __init__(self, load: Callable[[list[int]], Mapping[int, Card]], most: int = 10_000):
        self.load = load
        self.most = most
        self.lock = threading.Lock()
        self.born = MEMORY.born
        self.kept: OrderedDict[tuple[int, str | None], tuple[int, Card]] = OrderedDict()

    def of(self, rows: Iterable[tuple[int, int]]) -> dict[int, Card]:
        """The cards of (id, stamp) rows, in their order; their words are learnt (`Marker`)."""
        if self.born is not MEMORY.born:
            self.kept.clear()
            self.born = MEMORY.born
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
            MEMORY.learn(card.words() for card in made.values())
            self.keep({(i, language): (stamp, made[i]) for i, stamp in missing if i in made})
            found.update(made)
        return {row_id: found[row_id] for row_id, _ in rows if row_id in found}

    def keep(self, cards: dict) -> None:
        with self.lock:
            self.kept.update(cards)
            while len(self.kept) > self.most:
                self.kept.popitem(last=False)


def joined(parts: Iterable[str]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308
