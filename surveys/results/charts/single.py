"""One answer for each response: bars, bands, steps of a scale."""

from collections.abc import Sequence

from aict.ui.numbers import number, percent
from aict.ui.typography import NARROW
from surveys.questionnaire.layout import values_of
from surveys.questionnaire.structure import Kind, Question
from surveys.results import sentences
from surveys.results.charts import lanes, stacks
from surveys.results.charts.chart import UNTOLD, Chart, Row
from surveys.results.charts.notes import notes
from surveys.results.charts.reading import base, mean, named, real, share
from surveys.results.tables import Table

# Longer lists of options that have no order are sorted by their answers.
UNSORTED = 6
HEADER = ("Réponse", "Nombre", "Part (%)")


def told(part: float | None) -> str:
    if part is None:
        return UNTOLD
    return f"<{NARROW}1{NARROW}%" if 0 < part < 0.5 else percent(round(part))


def classes(question: Question, table: Table) -> list[tuple[str, int | None, float | None]]:
    """(label, count, share) of each class that holds an answer."""
    options = values_of(question)
    rows = [(named(names, options), total, share(table, names)) for names, total in real(table)]
    if question.kind is Kind.SINGLE and len(rows) > UNSORTED:
        rows.sort(key=lambda row: -(row[1] or 0))
    return rows


def bars(question: Question, tables: Sequence[Table]) -> Chart:
    (table,) = tables
    found = classes(question, table)
    drawn = [lanes.Bar(label, ((part, 1.0),), told(part)) for label, _, part in found]
    known = [(label, part) for label, _, part in found if part is not None]
    return Chart(
        kind="bars",
        question=question.id,
        title=question.short or question.label,
        sentence=sentences.bars(known, base(table)),
        header=HEADER,
        rows=rows_of(found, table),
        draw=lambda canvas, y: lanes.bars(canvas, y, drawn),
        notes=notes(tables, values_of(question)),
        n=base(table),
    )


def rows_of(found, table: Table) -> tuple[Row, ...]:
    whole = base(table)
    return (*found, ("Ensemble", whole, 100.0 if whole else None))


def scale(question: Question, tables: Sequence[Table]) -> Chart:
    (table,) = tables
    found, average, ids = classes(question, table), mean(table), [o.id for o in question.options]
    low, high = ids[: len(ids) // 2], ids[-(len(ids) // 2) :]
    ends = (f"{low[0]} ou {low[-1]}", f"{high[0]} ou {high[-1]}")
    rows: tuple[Row, ...] = rows_of(found, table)
    steps, parts = [label for label, _, _ in found], [part for _, _, part in found]

    def draw(canvas, y):
        words = (
            f"Moyenne : {number(average, 1)}" if average is not None else "Moyenne non communiquée"
        )
        canvas.text(0, y + 20, words, 18, bold=True, serif=True)
        return stacks.whole(canvas, y + 30, steps, parts)

    return Chart(
        kind="scale",
        question=question.id,
        title=question.short or question.label,
        sentence=sentences.scale(average, share(table, low), share(table, high), ends, base(table)),
        header=HEADER,
        rows=(*rows, ("Moyenne", average, "")),
        draw=draw,
        notes=notes(tables, question.options),
        n=base(table),
    )
