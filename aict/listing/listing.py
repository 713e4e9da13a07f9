"""What a kind of list is: its facets, its orders, and the words for each value."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language

from aict.listing.index import Index, Snapshot
from aict.search.query import Node
from aict.search.sql import answers, relevance

Words = str | Promise
Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Daily:
    """A facet that no row stores, because it changes with the day: computed at each reading.

    `rows(bits, alive, today)` are the sets of rows by value, from those of stored codes (dates);
    `asked(values, today)` is the same question for the database. They must agree."""

    rows: Callable[[Mapping[str, Mapping[str, int]], int, date], Mapping[str, int]]
    asked: Callable[[Collection[str], date], models.Q]


@dataclass(frozen=True)
class Facet:
    """One filter: its name in the querystring, its title on the page, its values and their words.

    `ranked` puts the most frequent values first; otherwise they keep the order of `values`."""

    name: str
    title: Words
    values: Callable[[], Mapping[str, Words]]
    shown: int = 6
    ranked: bool = False
    daily: Daily | None = None


@dataclass(frozen=True)
class Order:
    """One value of `tri`. `by` are orderings of the queryset; without any, the index has them."""

    title: Words
    by: tuple[Any, ...] = ()


@dataclass
class Listing:
    """A kind of list. `orders` holds "recentes" and "pertinence", and the kind's own; `first` is the
    order of a list in which nothing is searched."""

    kind: str
    model: type[models.Model]
    facets: tuple[Facet, ...]
    orders: Mapping[str, Order]
    # ids → (id, long text, names " · " names): where it is looked for why a row answers.
    texts: Callable[[list[int]], Iterable[tuple[int, str, str]]]
    first: str = "recentes"
    index: Index = field(init=False)
    _labels: dict[str | None, Labels] = field(init=False, default_factory=dict)
    _checked: Snapshot | None = field(init=False, default=None)
    _dated: tuple[Snapshot, date, Snapshot] | None = field(init=False, default=None)

    def __post_init__(self):
        self.index = Index(self.kind, self.model)

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    def facet(self, name: str) -> Facet:
        return next(facet for facet in self.facets if facet.name == name)

    def current(self) -> Snapshot:
        """Everything committed before this call, and what today makes of it."""
        seen, today = self.index.current(), timezone.localdate()
        if not any(facet.daily for facet in self.facets):
            return seen
        dated = self._dated
        if dated is None or dated[0] is not seen or dated[1] != today:
            made = {
                f.name: f.daily.rows(seen.bits, seen.alive, today) for f in self.facets if f.daily
            }
            bits = {**seen.bits, **{name: dict(rows) for name, rows in made.items()}}
            dated = self._dated = seen, today, replace(seen, bits=bits, totals={})
        return dated[2]

    def tri(self, asked: str, searched: bool) -> str:
        """The order really used when `asked` is, perhaps, empty."""
        return asked or ("pertinence" if searched else self.first)

    def labels(self) -> Labels:
        """Every value each facet takes, and its words in the language of the request."""
        kept = self.index.kept
        if kept is not self._checked:
            if not self._explains(kept):
                self._labels.clear()
            self._checked = kept
        language = get_language()
        if language not in self._labels:
            self._labels[language] = {
                facet.name: {value: str(words) for value, words in facet.values().items()}
                for facet in self.facets
            }
        return self._labels[language]

    def _explains(self, kept: Snapshot | None) -> bool:
        """Whether the words known are those of that epoch, and name every value in use."""
        before = self._checked
        if kept is None or before is None or kept.epoch != before.epoch:
            return False
        known = next(iter(self._labels.values()), {})
        return all(
            kept.bits.get(name, {}).keys() <= values.keys() for name, values in known.items()
        )

    def words(self, name: str, value: str) -> str | None:
        """What people read for that value; None when there is no such value."""
        known = self.labels()[name].get(value)
        if known is None:
            # A row of the taxonomy may be newer than what this process knows.
            self._labels.clear()
            known = self.labels()[name].get(value)
        return known

    def forget(self) -> None:
        """Start anew, as a process that was just born."""
        self.index.kept = self._checked = self._dated = None
        self._labels.clear()

    def narrow(
        self, rows: models.QuerySet, values: Mapping[str, Collection[str]], node: Node | None
    ) -> models.QuerySet:
        """`rows` that carry one of the values of each filter, and answer `node`."""
        for name, asked in values.items():
            if asked and (daily := self.facet(name).daily):
                rows = rows.filter(daily.asked(asked, timezone.localdate()))
            elif asked:
                rows = rows.filter(facets__overlap=[f"{name}:{value}" for value in asked])
        return rows.filter(answers(node)) if node else rows

    def ordered(self, rows: models.QuerySet, tri: str, node: Node | None) -> models.QuerySet:
        """`rows` in the order `tri`; by default the most relevant for `node`, else the list's first."""
        tri = self.tri(tri, bool(node))
        by = self.orders[tri].by
        if not by and node and tri != "recentes":
            by = tuple(relevance(node))
        return rows.order_by(*by, "-stamp")
