"""Crossings that coordinators read before anything is published: small cells are not shown in an
anonymous survey, nor those that a subtraction would give them back from."""

from collections.abc import Iterator
from dataclasses import replace

from surveys.questionnaire.layout import SILENT, UNASKED
from surveys.results.tables import Table

K = 5
MISSING = {SILENT.id, UNASKED.id}
Place = tuple[int, int]


def masked(table: Table, k: int = K) -> Table:
    """The same crossing, where cells below `k` are None, and another one of each row and column
    that would have lost a single one. What is not an answer is left as it is."""
    rows = [v for v, names in enumerate(table.values) if not MISSING.issuperset(names)]
    places = range(len(table.groups))
    hidden = {
        (v, g) for v in rows for g in places if (table.counts[v][g] or 0) < k and table.sizes[g]
    }
    lines = [[(v, g) for g in places] for v in rows] + [[(v, g) for v in rows] for g in places]
    while more := next(alone(table, lines, hidden), None):
        hidden.add(more)
    counts = tuple(
        tuple(None if (v, g) in hidden else count for g, count in enumerate(row))
        for v, row in enumerate(table.counts)
    )
    return replace(table, counts=counts)


def alone(table: Table, lines: list[list[Place]], hidden: set[Place]) -> Iterator[Place]:
    """The next smallest cell of a line that hides exactly one."""
    for line in lines:
        shown = [
            place for place in line if place not in hidden and table.counts[place[0]][place[1]]
        ]
        if shown and len(hidden.intersection(line)) == 1:
            yield min(shown, key=lambda place: table.counts[place[0]][place[1]] or 0)
