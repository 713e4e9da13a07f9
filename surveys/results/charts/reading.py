"""What a table lets say: counts, bases and shares, or None when a number is not told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from surveys.questionnaire.layout import SILENT, UNASKED
from surveys.questionnaire.structure import Option
from surveys.results.tables import Table

MISSING = frozenset({SILENT.id, UNASKED.id})
# Halves of the shortest list that can be shown; longer ones are told by how many they are.
MOST_NAMED = 3


def count(table: Table, values: Iterable[str]) -> int | None:
    """Responses that gave one of `values`; None when the table does not tell it."""
    wanted, found = set(values), 0
    for names, total in zip(table.values, table.totals, strict=True):
        inside = wanted.intersection(names)
        if not inside:
            continue
        if total is None or len(inside) < len(names):
            return None
        wanted -= inside
        found += total
    return None if wanted - MISSING else found


def base(table: Table) -> int | None:
    """Responses that shares are measured against: those that say something here.

    A class that mixes silence with an answer, because one of them is rare, is counted whole."""
    told = [t for names, t in zip(table.values, table.totals, strict=True) if set(names) - MISSING]
    if all(total is not None for total in told):
        return sum(total or 0 for total in told)
    silent = [
        t for names, t in zip(table.values, table.totals, strict=True) if set(names) <= MISSING
    ]
    if any(total is None for total in silent):
        return None
    return table.n - sum(total or 0 for total in silent)


def share(table: Table, values: Iterable[str]) -> float | None:
    """Per cent of the base; None when it is not told or when nobody answered."""
    number, whole = count(table, values), base(table)
    return 100 * number / whole if number is not None and whole else None


def mean(table: Table) -> float | None:
    """Of the values read as numbers; None unless each of them is told apart."""
    counts = {v: count(table, (v,)) for names in table.values for v in names if v not in MISSING}
    if any(n is None for n in counts.values()) or not sum(n or 0 for n in counts.values()):
        return None
    try:
        weighed = sum(float(value) * (n or 0) for value, n in counts.items())
    except ValueError:
        return None
    return weighed / sum(n or 0 for n in counts.values())


def within(table: Table, place: int) -> Table:
    """The table of one class of groups alone, as if nobody else had answered."""
    return replace(
        table,
        crossing="",
        groups=(),
        n=table.sizes[place],
        totals=tuple(row[place] for row in table.counts),
        sizes=(),
        counts=(),
    )


def together(table: Table, places: Sequence[int]) -> Table:
    """The classes of groups at `places` as one: what the others leave of the totals."""
    others = [place for place in range(len(table.groups)) if place not in places]
    return replace(
        table,
        crossing="",
        groups=(),
        n=sum(table.sizes[place] for place in places),
        totals=tuple(
            less(total, [row[place] for place in others])
            for total, row in zip(table.totals, table.counts, strict=True)
        ),
        sizes=(),
        counts=(),
    )


def less(total: int | None, parts: Sequence[int | None]) -> int | None:
    if total is None or None in parts:
        return None
    return total - sum(part or 0 for part in parts)


def telling(table: Table) -> bool:
    """Whether it tells an answer apart from another one."""
    told = [names for names, total in real(table) if total is not None]
    return len(told) > 1 or any(len(set(names) - MISSING) == 1 for names in told)


def named(names: tuple[str, ...], options: Iterable[Option]) -> str:
    """« Région », or « Commune ou Région » when the two are shown together."""
    known = {option.id: option.label for option in (*options, SILENT, UNASKED)}
    labels = [known.get(name, name) for name in names]
    if len(labels) > MOST_NAMED:
        return f"{len(labels)} choix réunis"
    return " ou ".join(labels)


def real(table: Table) -> list[tuple[tuple[str, ...], int | None]]:
    """The classes that hold an answer, in order, with their totals."""
    pairs = zip(table.values, table.totals, strict=True)
    return [(names, total) for names, total in pairs if set(names) - MISSING]
