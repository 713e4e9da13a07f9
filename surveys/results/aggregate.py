"""The one place where answers are counted: in sets of the coded responses, read at once."""

from surveys.models import Survey
from surveys.questionnaire.layout import NO_ANSWER, NOT_ASKED, Column
from surveys.results.sets import Sets, sets_of
from surveys.results.tables import Table


def tables(survey: Survey, question: str, crossing: str = "") -> list[Table]:
    """One table for each column of `question`, crossed by the question `crossing` when it is given.

    Nothing is hidden: see suppression.py for what may be shown. Raises KeyError; ValueError when
    `crossing` has several columns."""
    sets = sets_of(survey)
    across = sets.columns[crossing] if crossing else []
    if len(across) > 1:
        raise ValueError(crossing)
    return [table(sets, column, next(iter(across), None)) for column in sets.columns[question]]


def table(sets: Sets, column: Column, across: Column | None) -> Table:
    bits, others = sets.bits(column), sets.bits(across) if across else {}
    values, groups = codes_of(column, bits), codes_of(across, others) if across else []
    totals = [bits.get(code, 0).bit_count() for code in values]
    return Table(
        question=column.question,
        item=column.item,
        crossing=across.question if across else "",
        values=tuple((column.value(code).id,) for code in values),
        groups=tuple((across.value(code).id,) for code in groups) if across else (),
        n=sum(totals),
        totals=tuple(totals),
        sizes=tuple(others.get(code, 0).bit_count() for code in groups),
        counts=counted(bits, values, others, groups) if across else (),
    )


def counted(
    bits: dict[int, int], values: list[int], others: dict[int, int], groups: list[int]
) -> tuple[tuple[int, ...], ...]:
    """Each response gave one value: the last row is what is left of each group."""
    within = [others.get(group, 0) for group in groups]
    rows = [
        tuple([(bits.get(value, 0) & group).bit_count() for group in within])
        for value in values[:-1]
    ]
    left = [group.bit_count() - sum(row[g] for row in rows) for g, group in enumerate(within)]
    return (*rows, tuple(left))


def codes_of(column: Column, seen: dict[int, int]) -> list[int]:
    """Every value of the column, then what some left out or were not asked."""
    missing = [code for code in (NO_ANSWER, NOT_ASKED) if code in seen]
    return [*range(1, len(column.values) + 1), *missing]
