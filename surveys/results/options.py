"""What may be shown of questions whose options are ticked or ranked: one table for each option.

The tables of one question are tied: nobody ticks more than the limit, ranks are given once. They are
hidden together, as if the ties were known exactly."""

from dataclasses import dataclass, field

from surveys.results.hiding import Grid, hide
from surveys.results.pooling import MISSING, K, names_of, pooled, raw
from surveys.results.suppression import MOST_HIDDEN, masked, present, too_fine
from surveys.results.tables import Classes, Table


@dataclass
class Ticked:
    """Options of a question. `yes` are the values that say an option was chosen: « oui », or its ranks;
    `limit` the options that one may choose, 0 when all of them; `alone` those chosen with no other."""

    tables: list[Table]
    yes: tuple[str, ...]
    no: str
    limit: int = 0
    alone: frozenset[str] = frozenset()
    ranked: bool = False
    k: int = K
    hidden: set[str] = field(default_factory=set)
    # True when even hiding every option would not do: the question is not published.
    untold: bool = False

    def __post_init__(self) -> None:
        first = self.tables[0]
        totals = dict(zip(names_of(first), raw(first.totals), strict=True))
        missing = [name for name in present(first) if name in MISSING]
        # Those who said nothing are the same for each option.
        self.few = tuple(name for name in missing if totals[name] < self.k)
        self.many = tuple(name for name in missing if totals[name] >= self.k)
        self.asked = first.n - sum(totals[name] for name in self.many)
        self.ticks = {table.item: self.chosen(table) for table in self.tables}

    def chosen(self, table: Table) -> int:
        totals = dict(zip(names_of(table), raw(table.totals), strict=True))
        return sum(totals[name] for name in self.yes)

    # ---- each option over all responses

    def hide_options(self) -> None:
        """An option is hidden when few chose it, or few did not; then others, until none can be found."""
        rare = (i for i, n in self.ticks.items() if min(n, self.asked - n) < self.k)
        self.hidden.update(rare)
        while any(self.found_out(item) for item in sorted(self.hidden)):
            shown = [item for item in self.ticks if item not in self.hidden]
            if not shown:
                self.untold = True
                return
            self.hidden.add(min(shown, key=lambda item: (self.ticks[item], item)))

    def found_out(self, item: str) -> bool:
        low, high = self.ranked_bounds() if self.ranked else self.ticked_bounds(item)
        return high < self.k or self.asked - low < self.k

    def ranked_bounds(self) -> tuple[int, int]:
        """As if the number of all ranks given was known."""
        left = sum(self.ticks[item] for item in self.hidden)
        others = (len(self.hidden) - 1) * self.asked
        return max(0, left - others), min(self.asked, left)

    def ticked_bounds(self, item: str) -> tuple[int, int]:
        """Everybody ticks an option that goes alone, or from one option to the limit."""
        shown = {i: n for i, n in self.ticks.items() if i not in self.hidden}
        alone = self.asked - sum(n for i, n in shown.items() if i in self.alone)
        counts = [n for i, n in shown.items() if i not in self.alone]
        together, limit = sum(counts), self.limit or len(self.ticks)
        least = max([0, -(-together // limit), *counts])
        low = max(0, alone - together) if self.hidden == {item} else 0
        if item in self.alone:
            return low, alone - least
        return low, min(alone, limit * alone - together)

    def shown_options(self) -> list[Table]:
        """One table an option; the two numbers of a hidden one are None."""
        self.hide_options()
        if self.untold:
            return []
        if self.ranked:
            return self.shown_ranks()
        return [self.shown_option(table) for table in self.tables]

    def shown_option(self, table: Table, split: bool = False) -> Table:
        yes: Classes = tuple((name,) for name in self.yes) if split else (self.yes,)
        told = pooled(table, (*yes, (self.no, *self.few), *((name,) for name in self.many)))
        if table.item not in self.hidden:
            return told
        kept = len(self.many)
        totals = (None,) * (len(told.totals) - kept) + told.totals[len(told.totals) - kept :]
        return Table(**(vars(told) | {"totals": totals}))

    # ---- ranks

    def rank_totals(self) -> list[int]:
        """How many gave each rank to an option: taken as known by whoever reads the tables."""
        return [
            sum(raw(table.totals)[names_of(table).index(name)] for table in self.tables)
            for name in self.yes
        ]

    def shown_ranks(self) -> list[Table]:
        """Options × ranks as one table whose margins are known; ranks are told together if it is too fine."""
        told = {t.item: t for t in self.tables if t.item not in self.hidden}
        rows = [self.ranks(table) for table in told.values()]
        if self.hidden:
            rest = [self.ranks(t) for t in self.tables if t.item in self.hidden]
            rows.append([sum(column) for column in zip(*rest, strict=True)])
        grid = Grid(rows)
        if len(rows) < 2 or len(self.yes) < 2 or not hide(grid, self.k) or too_fine(grid):
            return [self.shown_option(table) for table in self.tables]
        return [
            self.with_ranks(table, list(told).index(table.item), grid)
            if table.item in told
            else self.shown_option(table)
            for table in self.tables
        ]

    def ranks(self, table: Table) -> list[int]:
        totals = dict(zip(names_of(table), raw(table.totals), strict=True))
        return [totals[name] for name in self.yes]

    def with_ranks(self, table: Table, row: int, grid: Grid) -> Table:
        told = self.shown_option(table, split=True)
        totals = tuple(
            None if (row, place) in grid.hidden else total
            for place, total in enumerate(told.totals)
        )
        return Table(**(vars(told) | {"totals": totals}))

    # ---- crossed

    def crossed(self, tables: list[Table], groups: Classes) -> dict[str, Table | None]:
        """The table of each option that is shown, by group: chosen or not. None when it is too fine."""
        told = [
            pooled(t, (self.yes, (self.no, *self.few, *self.many)), groups)
            for t in tables
            if t.item not in self.hidden
        ]
        if len(groups) < 2 or not told:
            return {table.item: None for table in told}
        if self.limit:
            return self.together(told)
        found = {table.item: self.apart(table) for table in told}
        return found | self.go_alone(found)

    def apart(self, table: Table) -> Table | None:
        grid = Grid([raw(row) for row in table.counts])
        return None if not hide(grid, self.k) or too_fine(grid) else masked(table, grid.hidden)

    def together(self, told: list[Table]) -> dict[str, Table | None]:
        """As if the choices made in each group were known, for all the options together."""
        apart: dict[str, Table | None] = {t.item: None for t in told if t.item in self.alone}
        told = [t for t in told if t.item not in self.alone]
        if not told:
            return apart
        grid = Grid([raw(table.counts[0]) for table in told], list(told[0].sizes))
        if not hide(grid, self.k):
            return apart | {table.item: None for table in told}
        return apart | {table.item: self.row_of(table, r, grid) for r, table in enumerate(told)}

    def row_of(self, table: Table, row: int, grid: Grid) -> Table | None:
        columns = [c for r, c in grid.hidden if r == row]
        if len(columns) > MOST_HIDDEN * len(table.groups):
            return None
        return masked(table, [(r, c) for r in (0, 1) for c in columns])

    def go_alone(self, found: dict[str, Table | None]) -> dict[str, Table | None]:
        """Options that exclude the others leave room for them in each group, or are not crossed."""
        told = [t for item, t in found.items() if t and item in self.alone]
        if not told:
            return {}
        whole = all(count is not None for table in told for count in table.counts[0])
        left = [
            size - sum(table.counts[0][g] or 0 for table in told)
            for g, size in enumerate(told[0].sizes)
        ]
        if whole and min(left) >= self.k:
            return {}
        return {table.item: None for table in told}

    def choices(self, tables: list[Table], groups: Classes) -> list[int]:
        """Choices made in each group among the options that are crossed together."""
        told = [t for t in tables if t.item not in self.hidden | self.alone]
        shown = [raw(pooled(t, (self.yes,), groups).counts[0]) for t in told]
        return [sum(column) for column in zip(*shown, strict=True)]
