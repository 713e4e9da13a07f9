"""What may be shown of the tables of one question: docs/decisions/ce-qui-nest-pas-montre.md tells the rule."""

from collections.abc import Iterable

from surveys.results.hiding import Grid, hide
from surveys.results.pooling import MISSING, Blocks, K, classes, names_of, pooled, raw
from surveys.results.tables import Classes, Table

# Beyond this part of hidden cells a crossing teaches nothing.
MOST_HIDDEN = 0.6


def suppressed(table: Table, ordered: bool, groups: Classes = (), k: int = K) -> Table | None:
    """A table of one choice as it may be shown; None when a crossing is too fine to be.

    In: a table where nothing is hidden, crossed when classes of `groups` are given."""
    told = alone(table, ordered, [names_of(table)], k)
    return crossing(table, told.values, groups, k) if groups else told


def alone(table: Table, ordered: bool, blocks: Blocks, k: int = K) -> Table:
    """The table over all responses, rare values told together, by blocks as far as can be."""
    names = present(table)
    totals = dict(zip(names_of(table), raw(table.totals), strict=True))
    apart = [[name for name in block if name in names] for block in blocks]
    return pooled(table, classes(names, [totals[name] for name in names], ordered, apart, k))


def crossing(table: Table, values: Classes, groups: Classes, k: int = K) -> Table | None:
    """The crossed table by classes whose totals are all known, without its small cells and those that
    would tell them; None when it is too fine."""
    if len(values) < 2 or len(groups) < 2:
        return None
    shown = pooled(table, values, groups)
    grid = Grid([raw(row) for row in shown.counts])
    # Lists of a hundred options would be worked on for long, to be given up at the end.
    if mostly_small(grid, k) or not hide(grid, k) or too_fine(grid):
        return None
    return masked(shown, grid.hidden)


def present(table: Table) -> list[str]:
    """Values of the table; « sans réponse » and « non posée » only where there are some."""
    told = zip(names_of(table), table.totals, strict=True)
    return [name for name, total in told if total or name not in MISSING]


def too_fine(grid: Grid) -> bool:
    return too_many(len(grid.hidden), grid)


def mostly_small(grid: Grid, k: int) -> bool:
    return too_many(sum(grid.cells[r][c] < k for r, c in grid.everywhere()), grid)


def too_many(cells: int, grid: Grid) -> bool:
    return cells > MOST_HIDDEN * len(grid.cells) * len(grid.cells[0])


def masked(table: Table, hidden: Iterable[tuple[int, int]]) -> Table:
    """The table without the numbers of these cells."""
    kept = set(hidden)
    counts = tuple(
        tuple(None if (r, c) in kept else count for c, count in enumerate(row))
        for r, row in enumerate(table.counts)
    )
    return Table(**(vars(table) | {"counts": counts}))
