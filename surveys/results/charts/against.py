"""Two questions with the same rows, read together: what is done and asked for, what matters and is met."""

from collections.abc import Sequence

from surveys.questionnaire.structure import Question
from surveys.results import sentences
from surveys.results.charts.chart import Chart
from surveys.results.charts.dumbbell import Pair, dumbbell
from surveys.results.charts.grids import upper, words_of
from surveys.results.charts.notes import notes
from surveys.results.charts.quadrant import Point
from surveys.results.charts.quadrant import quadrant as drawn_quadrant
from surveys.results.charts.reading import share
from surveys.results.charts.several import category, columns_of, largest
from surveys.results.tables import Table


def both(question: Question, tables: Sequence[Table], other: Question, beside: Sequence[Table]):
    """(row, share in `other`, share in `question`) of the upper steps of each."""
    before = {table.item: share(table, upper(other)) for table in beside}
    return [
        (item, before.get(item.id), share(table, upper(question)))
        for item, table in columns_of(question, tables)
    ]


def keys_of(question: Question, other: Question) -> tuple[str, str]:
    return other.short or other.label, question.short or question.label


def gap(
    question: Question, tables: Sequence[Table], other: Question, beside: Sequence[Table]
) -> Chart:
    found = both(question, tables, other, beside)
    pairs = [Pair(i.label, category(question, i), b, a) for i, b, a in found]
    keys = keys_of(question, other)
    known = [(i.label, b, a) for i, b, a in found if b is not None and a is not None]
    steps = sentences.either(words_of(question, upper(question)))
    legend = (f"{keys[0]} : {steps}", f"{keys[1]} : {steps}")
    return Chart(
        kind="gap",
        question=question.id,
        title=f"{keys[0]}, {keys[1][0].lower()}{keys[1][1:]}",
        sentence=sentences.gap(known, keys, largest(tables)),
        header=("Ligne", f"{keys[0]} (%)", f"{keys[1]} (%)", "Écart (points)"),
        rows=tuple((pair.label, pair.before, pair.after, pair.gap) for pair in pairs),
        draw=lambda canvas, y: dumbbell(canvas, y, pairs, legend),
        notes=(f"Part des réponses {steps}.", *notes((*tables, *beside), question.options)),
        n=largest(tables),
    )


def quadrant(
    question: Question, tables: Sequence[Table], other: Question, beside: Sequence[Table]
) -> Chart:
    """`question` is read from left to right (satisfied), `other` from bottom to top (it matters)."""
    found = both(question, tables, other, beside)
    points = [Point(i.label, a, b) for i, b, a in found if a is not None and b is not None]
    keys = keys_of(question, other)
    axes = (axis(question), axis(other))

    def draw(canvas, y):
        if not points:
            return canvas.block(0, y, sentences.EMPTY, canvas.width, ink="soft")
        return drawn_quadrant(canvas, y, points, axes)

    return Chart(
        kind="quadrant",
        question=question.id,
        title=f"{keys[0]}, {keys[1][0].lower()}{keys[1][1:]}",
        sentence=sentences.quadrant([(p.label, p.x, p.y) for p in points], largest(tables)),
        header=("Ligne", f"{keys[0]} (%)", f"{keys[1]} (%)", "Écart (points)"),
        rows=tuple((i.label, b, a, None if a is None or b is None else a - b) for i, b, a in found),
        draw=draw,
        notes=(
            "Les lignes pointillées passent par la moyenne des points.",
            *notes((*tables, *beside), question.options),
        ),
        n=largest(tables),
    )


def axis(question: Question) -> str:
    high = upper(question)
    return f"{question.short or question.label} (part de {high[0]} ou {high[-1]})"
