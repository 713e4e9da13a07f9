"""One question, group by group: small drawings on one scale."""

from collections.abc import Sequence

from aict.ui.typography import NARROW
from surveys.questionnaire.layout import values_of
from surveys.questionnaire.structure import Kind, Option, Question
from surveys.results import sentences
from surveys.results.charts.chart import Chart
from surveys.results.charts.grids import upper, words_of
from surveys.results.charts.heat import small
from surveys.results.charts.notes import notes
from surveys.results.charts.reading import MISSING, base, named, real, share, within
from surveys.results.charts.several import category, chosen, columns_of
from surveys.results.tables import Table

# Below this many answers, a share moves too much with each of them.
FEW = 30


def groups(question: Question, tables: Sequence[Table], across: Question) -> Chart:
    """Tables crossed by `across`: for each answer, its share in each group."""
    first = tables[0]
    names = [named(group, values_of(across)) for group in first.groups]
    panels = list(panels_of(question, tables, names))
    large = {names[place] for place, size in enumerate(first.sizes) if size >= FEW}
    known = [
        (title, group, s)
        for title, _, cells in panels
        for group, s in cells
        if s is not None and group in large
    ]
    title = f"{question.short or question.label}, selon{chr(0xA0)}: {across.short or across.label}"
    return Chart(
        kind="groups",
        question=question.id,
        title=title,
        sentence=sentences.groups(known, first.n),
        header=("Réponse", *[f"{name} (%)" for name in names]),
        rows=(
            *[(title, *[s for _, s in cells]) for title, _, cells in panels],
            ("Réponses", *first.sizes),
        ),
        draw=lambda canvas, y: small(canvas, y, panels, 2 if canvas.wide else 1),
        notes=(*meaning(question), *warning(names, first), *notes(tables, values_of(question))),
        n=first.n,
    )


def panels_of(question: Question, tables: Sequence[Table], names: Sequence[str]):
    """(title, category, (group, share) …): one for each item, or for each answer of a single column."""
    ones = [[within(table, place) for place in range(len(names))] for table in tables]
    if question.chart == "heat":
        yield from each_option(question, tables, names, ones)
        return
    if question.items:
        values = upper(question) if question.kind is Kind.MATRIX else chosen(question)
        for (item, _), parts in zip(columns_of(question, tables), ones, strict=True):
            cells = [(g, share(part, values)) for g, part in zip(names, parts, strict=True)]
            yield item.label, category(question, item), cells
        return
    options: tuple[Option, ...] = values_of(question)
    for classes, _ in real(tables[0]):
        cells = [(g, share(part, classes)) for g, part in zip(names, ones[0], strict=True)]
        yield named(classes, options), None, cells


def each_option(question: Question, tables: Sequence[Table], names: Sequence[str], ones):
    """Options in no order: one drawing for each of them in each row."""
    for (item, _), parts in zip(columns_of(question, tables), ones, strict=True):
        for option in question.options:
            cells = [(g, share(p, (option.id,))) for g, p in zip(names, parts, strict=True)]
            yield f"{item.label}{NARROW}: {option.label}", category(question, item), cells


def meaning(question: Question) -> list[str]:
    if question.kind is Kind.MATRIX and question.chart != "heat":
        steps = sentences.either(words_of(question, upper(question)))
        return [f"Part des réponses {steps}."]
    return []


def warning(names: Sequence[str], table: Table) -> list[str]:
    few = [
        f"{name} ({base(within(table, place)) or size})"
        for place, (name, size) in enumerate(zip(names, table.sizes, strict=True))
        if 0 < size < FEW and not set(table.groups[place]) <= MISSING
    ]
    if not few:
        return []
    return [f"Moins de {FEW} réponses, à lire avec prudence : {', '.join(few)}."]
