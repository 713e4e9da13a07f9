"""Matrices: answers in order, stages of a funnel, or a grid of shares."""

from collections.abc import Sequence

from surveys.questionnaire.structure import Question
from surveys.results import sentences
from surveys.results.charts import stacks
from surveys.results.charts.chart import Cell, Chart, tenths
from surveys.results.charts.heat import heat as drawn_heat
from surveys.results.charts.heat import small
from surveys.results.charts.notes import notes
from surveys.results.charts.reading import real, share
from surveys.results.charts.several import category, columns_of, largest
from surveys.results.tables import Table


def upper(question: Question) -> tuple[str, ...]:
    """The steps that say yes: the upper half, its middle left out."""
    ids = tuple(option.id for option in question.options)
    return ids[-(len(ids) // 2) :]


def words_of(question: Question, ids: Sequence[str]) -> list[str]:
    return [option.label for option in question.options if option.id in ids]


def shares_of(question: Question, table: Table) -> list[float | None]:
    return [share(table, (option.id,)) for option in question.options]


def parts_of(question: Question, table: Table) -> list[stacks.Part]:
    """Its steps as they are told, some of them together; not told at all when those are not neighbours."""
    place = {option.id: place for place, option in enumerate(question.options)}
    found = []
    for names, _ in real(table):
        places = [place[name] for name in names if name in place]
        together = len(places) == places[-1] - places[0] + 1
        found.append(stacks.Part(places[0], places[-1], share(table, names) if together else None))
    return found


def cells_of(question: Question, table: Table) -> list[Cell]:
    """The share of each step; of those told together, the first says it for all."""
    labels = {option.id: option.label for option in question.options}
    classes = {name: names for names, total in real(table) if total is not None for name in names}
    found: list[Cell] = []
    for option in question.options:
        steps = [name for name in classes.get(option.id, ()) if name in labels]
        if len(steps) < 2:
            found.append(share(table, (option.id,)))
        elif option.id == steps[0]:
            part = share(table, classes[option.id])
            others = " et ".join(sentences.quoted(labels[name]) for name in steps[1:])
            found.append(part if part is None else f"{tenths(part)} avec {others}")
        else:
            found.append(f"avec {sentences.quoted(labels[steps[0]])}")
    return found


def grid(
    kind: str, question: Question, tables: Sequence[Table], sentence: str, draw, **told
) -> Chart:
    """What the charts of a matrix have in common."""
    return Chart(
        kind=kind,
        question=question.id,
        title=question.short or question.label,
        sentence=sentence,
        header=told.get("header") or ("Ligne", *[f"{o.label} (%)" for o in question.options]),
        rows=told.get("rows")
        or tuple((i.label, *cells_of(question, t)) for i, t in columns_of(question, tables)),
        draw=draw,
        notes=notes(tables, question.options),
        n=largest(tables),
    )


def diverging(question: Question, tables: Sequence[Table]) -> Chart:
    wanted, found = upper(question), columns_of(question, tables)
    drawn = [(i.label, category(question, i), parts_of(question, t)) for i, t in found]
    known = [(i.label, part) for i, t in found if (part := share(t, wanted)) is not None]
    steps = [option.label for option in question.options]
    return grid(
        "diverging",
        question,
        tables,
        sentences.ordered(known, words_of(question, wanted), largest(tables)),
        lambda canvas, y: stacks.diverging(canvas, y, steps, drawn),
    )


def heat(question: Question, tables: Sequence[Table]) -> Chart:
    heads = [option.label for option in question.options]
    panels = [
        (i.label, category(question, i), list(zip(heads, shares_of(question, t), strict=True)))
        for i, t in columns_of(question, tables)
    ]
    known = [(row, head, s) for row, _, cells in panels for head, s in cells if s is not None]
    return grid(
        "heat",
        question,
        tables,
        sentences.heat(known, largest(tables)),
        lambda canvas, y: drawn_heat(canvas, y, heads, panels),
    )


def funnel(question: Question, tables: Sequence[Table]) -> Chart:
    """Each stage holds those that went further: known, then asked for, then obtained."""
    ids, found = [option.id for option in question.options], columns_of(question, tables)
    stages = [(o.label, ids[place:]) for place, o in enumerate(question.options) if place]
    panels = [
        (i.label, category(question, i), [(s, share(t, held)) for s, held in stages])
        for i, t in found
    ]
    known = [
        (row, wide, last)
        for row, _, cells in panels
        if (wide := cells[0][1]) is not None and (last := cells[-1][1]) is not None
    ]
    ends = (stages[0][0], stages[-1][0])
    return grid(
        "funnel",
        question,
        tables,
        sentences.funnel(known, ends, largest(tables)),
        lambda canvas, y: small(canvas, y, panels, 2 if canvas.wide else 1),
        header=(
            "Ligne",
            *[f"{label} ou au-delà (%)" for label, _ in stages[:-1]],
            f"{stages[-1][0]} (%)",
        ),
        rows=tuple((row, *[s for _, s in cells]) for row, _, cells in panels),
    )
