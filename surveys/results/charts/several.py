"""Several answers for each response: cited or not, ranked, and read beside another question."""

from collections.abc import Sequence

from aict.ui.numbers import count as counted
from surveys.questionnaire.layout import YES, YES_NO, most, values_of
from surveys.questionnaire.structure import Kind, Option, Question
from surveys.results import sentences
from surveys.results.charts import lanes
from surveys.results.charts.chart import Chart
from surveys.results.charts.notes import notes
from surveys.results.charts.reading import base, count, share
from surveys.results.charts.single import told
from surveys.results.tables import Table

CITED = YES_NO[YES - 1].id


def chosen(question: Question) -> tuple[str, ...]:
    """The values of a column that say its option was chosen."""
    if question.kind is Kind.RANKING:
        return tuple(str(rank) for rank in range(1, most(question) + 1))
    return (CITED,)


def columns_of(question: Question, tables: Sequence[Table]) -> list[tuple[Option, Table]]:
    items = {item.id: item for item in question.items}
    return [(items[table.item], table) for table in tables if table.item in items]


def largest(tables: Sequence[Table]) -> int | None:
    """The base of the question: that of its best known column."""
    return max((b for table in tables if (b := base(table)) is not None), default=None)


def category(question: Question, item: Option) -> str | None:
    """None when no item of the question belongs to a category."""
    return item.category if any(one.category for one in question.items) else None


def multiple(question: Question, tables: Sequence[Table]) -> Chart:
    found = [(i, count(t, (CITED,)), share(t, (CITED,))) for i, t in columns_of(question, tables)]
    found.sort(key=lambda row: -1 if row[2] is None else row[2], reverse=True)
    drawn = [
        lanes.Bar(item.label, ((part, 1.0),), told(part), category(question, item))
        for item, _, part in found
    ]
    known = [(i.label, part) for i, _, part in found if part is not None and not i.exclusive]
    return Chart(
        kind="multiple",
        question=question.id,
        title=question.short or question.label,
        sentence=sentences.several(known, largest(tables)),
        header=("Réponse", "Citée par", "Part (%)"),
        rows=tuple((item.label, number, part) for item, number, part in found),
        draw=lambda canvas, y: lanes.bars(canvas, y, drawn),
        notes=notes(tables, YES_NO),
        n=largest(tables),
    )


def ranking(question: Question, tables: Sequence[Table]) -> Chart:
    """Points (the first rank is worth the most) are told only when each rank is."""
    ranks = chosen(question)
    found = [ranked(item, table, ranks) for item, table in columns_of(question, tables)]
    every = all(points is not None for _, _, _, points in found)
    found.sort(key=lambda row: (row[3] if every else row[2]) or -1, reverse=True)
    depths = (1.0, *[0.5 * 0.7**n for n in range(len(ranks))])
    drawn = [bar(item, parts, whole, points, depths) for item, parts, whole, points in found]
    keys = [
        lanes.Key(o.label, "brand", d) for o, d in zip(values_of(question), depths, strict=False)
    ]
    known = [(item.label, whole) for item, _, whole, _ in found if whole is not None]
    return Chart(
        kind="ranking",
        question=question.id,
        title=question.short or question.label,
        sentence=sentences.ranking(known, len(ranks), largest(tables)),
        header=(
            "Réponse",
            *[f"{o.label} (%)" for o in values_of(question)[:-1]],
            f"Parmi les {len(ranks)} premiers (%)",
            "Points",
        ),
        rows=tuple((item.label, *parts, whole, points) for item, parts, whole, points in found),
        draw=lambda canvas, y: lanes.bars(canvas, y, drawn, keys[: len(ranks)]),
        notes=(points_rule(len(ranks)), *notes(tables, values_of(question))),
        n=largest(tables),
    )


def ranked(item: Option, table: Table, ranks: tuple[str, ...]):
    counts = [count(table, (rank,)) for rank in ranks]
    points = None
    if all(number is not None for number in counts):
        points = sum((len(ranks) - place) * (n or 0) for place, n in enumerate(counts))
    return item, [share(table, (rank,)) for rank in ranks], share(table, ranks), points


def bar(item: Option, parts, whole, points, depths) -> lanes.Bar:
    known = all(part is not None for part in parts)
    drawn = tuple(zip(parts, depths, strict=False)) if known else ((whole, 0.5),)
    words = told(whole) if points is None else f"{told(whole)} · {counted(points, 'point')}"
    return lanes.Bar(item.label, drawn, words)


def points_rule(most: int) -> str:
    return f"Points : {most} pour un premier choix, 1 pour le {most}ᵉ. Les barres disent la part des réponses."


def paired(
    question: Question, tables: Sequence[Table], other: Question, beside: Sequence[Table]
) -> Chart:
    before = {table.item: share(table, (CITED,)) for table in beside}
    found = [
        (item.label, before.get(item.id), share(table, (CITED,)))
        for item, table in columns_of(question, tables)
    ]
    alone = {option.label for option in question.options if option.exclusive}
    found.sort(key=lambda row: -1 if row[2] is None else row[2], reverse=True)
    keys = (other.short or other.label, question.short or question.label)
    known = [
        (label, b, a)
        for label, b, a in found
        if b is not None and a is not None and label not in alone
    ]
    return Chart(
        kind="paired",
        question=question.id,
        title=f"{keys[0]}, {keys[1][0].lower()}{keys[1][1:]}",
        sentence=sentences.gap(known, keys, largest(tables)),
        header=("Réponse", f"{keys[0]} (%)", f"{keys[1]} (%)", "Écart (points)"),
        rows=tuple((label, b, a, less(a, b)) for label, b, a in found),
        draw=lambda canvas, y: lanes.pairs(
            canvas, y, found, [lanes.Key(keys[0], hollow=True), lanes.Key(keys[1])]
        ),
        notes=notes((*tables, *beside), YES_NO),
        n=largest(tables),
    )


def less(after: float | None, before: float | None) -> float | None:
    return None if after is None or before is None else after - before
