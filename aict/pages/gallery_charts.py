"""Every kind of chart of surveys, made of invented counts."""

import json
from functools import lru_cache
from pathlib import Path

from django.template.loader import render_to_string

import surveys.questionnaire
from surveys.questionnaire.layout import Column, columns
from surveys.questionnaire.reading import read
from surveys.results.charts import Chart, chart
from surveys.results.charts.waves import over_time
from surveys.results.tables import Table

FILE = Path(surveys.questionnaire.__file__).parent / "data" / "besoins-2024.json"
# One question of each kind; then one that is crossed.
SHOWN = ("q8", "q7", "q23s", "q12", "q11", "q16", "q19", "q9", "q10", "q2")
CROSSED, ACROSS = "q5", "q1"


@lru_cache(maxsize=1)
def section() -> str:
    return render_to_string("pages/gallery_charts.html", {"survey_charts": charts()})


def charts() -> list[Chart]:
    form = read(json.loads(FILE.read_text()))
    every = columns(form)

    def of(question: str) -> list[Table]:
        return [counted(column) for column in every if column.question == question]

    found = []
    for question in SHOWN:
        against = form.question(question).against
        found.append(chart(form, question, of(question), of(against) if against else ()))
    groups = [option.id for option in form.question(ACROSS).options]
    found.append(chart(form, CROSSED, [shared(one, groups) for one in of(CROSSED)]))
    rows = [("Chambres consulaires", None, 41.0, 47.0), ("Entreprises", None, 19.0, None)]
    waves = ("2019, 94\u00a0réponses", "2024, 402\u00a0réponses")
    found.append(over_time(form.question("q14"), rows, waves))
    found.append(chart(form, "q20", []))
    return found


def counted(column: Column) -> Table:
    """Counts that look like answers; one option of q11 is hidden, to see what is said of it."""
    hidden = column.question == "q11" and column.item == "asie"
    totals = [18 + (column.place * 47 + place * 71) % 113 for place, _ in enumerate(column.values)]
    values = tuple((value.id,) for value in column.values)
    told = tuple(None if hidden else total for total in totals)
    return Table(column.question, column.item, "", values, (), sum(totals), told)


def shared(table: Table, groups: list[str]) -> Table:
    counts = tuple(
        tuple((total or 0) * (2 + (place + group) % 3) // 18 for group, _ in enumerate(groups))
        for place, total in enumerate(table.totals)
    )
    return Table(
        table.question,
        "",
        ACROSS,
        table.values,
        tuple((group,) for group in groups),
        sum(map(sum, counts)),
        tuple(map(sum, counts)),
        tuple(map(sum, zip(*counts, strict=True))),
        counts,
    )
