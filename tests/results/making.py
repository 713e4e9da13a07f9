"""Tables for tests, written as short as they can be."""

from collections.abc import Mapping

from surveys.questionnaire.layout import columns
from surveys.questionnaire.structure import Questionnaire
from surveys.results.tables import Table


def table(
    values: Mapping[str, int | None], question="level", item="", n: int | None = None
) -> Table:
    """« o1+o2 » stands for two values shown together."""
    classes = tuple(tuple(name.split("+")) for name in values)
    totals = tuple(values.values())
    whole = sum(total or 0 for total in totals) if n is None else n
    return Table(question, item, "", classes, (), whole, totals)


def every(form: Questionnaire, question: str, seed: int = 1) -> list[Table]:
    """One table for each column of the question, with counts that differ."""
    found = []
    for column in columns(form):
        if column.question == question:
            counts = [
                10 + (seed * 7 + column.place * 5 + n * 11) % 40
                for n, _ in enumerate(column.values)
            ]
            ids = [value.id for value in column.values]
            found.append(table(dict(zip(ids, counts, strict=True)), question, column.item))
    return found


def crossed(one: Table, sizes: tuple[int, ...], groups: tuple[str, ...], by="level") -> Table:
    """The table shared out among groups, as evenly as the totals go."""
    counts = tuple(tuple((t or 0) * size // sum(sizes) for size in sizes) for t in one.totals)
    whole = tuple(sum(row[g] for row in counts) for g in range(len(sizes)))
    totals = tuple(sum(row) for row in counts)
    return Table(
        one.question,
        one.item,
        by,
        one.values,
        tuple((g,) for g in groups),
        sum(whole),
        totals,
        whole,
        counts,
    )
