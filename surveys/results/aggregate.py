"""The one place where answers are counted, in SQL, on the coded responses."""

from typing import Any

from django.db import connection

from surveys.models import Survey
from surveys.questionnaire.layout import NO_ANSWER, NOT_ASKED, Column, columns
from surveys.results.tables import Table

COUNT = """
SELECT codes[%(by)s] AS grp, x.item, codes[x.item] AS value, count(*)
FROM surveys_codedresponse, unnest(%(items)s::int[]) AS x(item)
WHERE survey_id = %(survey)s
GROUP BY 1, 2, 3
"""


def tables(survey: Survey, question: str, crossing: str = "") -> list[Table]:
    """One table for each column of `question`, crossed by the question `crossing` when it is given.

    Nothing is hidden: see suppression.py for what may be shown. Raises KeyError."""
    every = columns(survey.form)
    wanted = [column for column in every if column.question == question]
    across = next((column for column in every if column.question == crossing), None)
    if not wanted or (crossing and across is None):
        raise KeyError(question)
    found: dict[int, dict[tuple[int, int], int]] = {column.place: {} for column in wanted}
    told: dict[str, Any] = {
        "items": list(found),
        "by": across.place if across else 0,
        "survey": survey.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNT, told)
        for group, place, value, count in cursor.fetchall():
            found[place][value, group or 0] = count
    return [table(column, across, found[column.place]) for column in wanted]


def table(column: Column, across: Column | None, found: dict[tuple[int, int], int]) -> Table:
    values = codes_of(column, {v for v, _ in found})
    groups = codes_of(across, {g for _, g in found}) if across else []
    totals = [sum(n for (v, _), n in found.items() if v == code) for code in values]
    return Table(
        question=column.question,
        item=column.item,
        crossing=across.question if across else "",
        values=tuple((column.value(code).id,) for code in values),
        groups=tuple((across.value(code).id,) for code in groups) if across else (),
        n=sum(totals),
        totals=tuple(totals),
        sizes=tuple(sum(n for (_, g), n in found.items() if g == code) for code in groups),
        counts=tuple(tuple(found.get((v, g), 0) for g in groups) for v in values) if across else (),
    )


def codes_of(column: Column, seen: set[int]) -> list[int]:
    """Every value of the column, then what some left out or were not asked."""
    missing = [code for code in (NO_ANSWER, NOT_ASKED) if code in seen]
    return [*range(1, len(column.values) + 1), *missing]
