"""One question, group by group: small drawings on one scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aict.ui.typography import NARROW
from surveys.questionnaire.layout import values_of
from surveys.questionnaire.structure import Kind, Question
from surveys.results import sentences
from surveys.results.charts.chart import Chart
from surveys.results.charts.grids import upper, words_of
from surveys.results.charts.heat import small
from surveys.results.charts.notes import notes
from surveys.results.charts.reading import MISSING, base, named, real, share, together, within
from surveys.results.charts.several import category, chosen, columns_of
from surveys.results.tables import Table

# Below this many answers, a share moves too much with each of them.
FEW = 30
TOGETHER = "« Ensemble » : des groupes où trop peu de réponses permettent de les montrer un à un."
REST = "Les groupes non communiqués, ensemble (%)"


@dataclass(frozen=True)
class Crossed:
    """An answer: its share in each group. `rest` is that of the groups where it is not told, as one; none
    when there are fewer than two of them, or when the tables do not say it."""

    title: str
    category: str | None
    cells: list[tuple[str, float | None]]
    rest: float | None

    @property
    def bars(self) -> list[tuple[str, float | None]]:
        told = [cell for cell in self.cells if cell[1] is not None]
        untold = len(self.cells) - len(told)
        if untold < 2:
            return self.cells
        words = f"Les {untold} autres, ensemble" if told else "Tous les groupes ensemble"
        return [*told, (words, self.rest)]


def groups(question: Question, tables: Sequence[Table], across: Question) -> Chart:
    """Tables crossed by `across`: for each answer, its share in each group."""
    first = tables[0]
    names = [named(group, values_of(across)) for group in first.groups]
    found = list(crossed(question, tables, names))
    large = {names[place] for place, size in enumerate(first.sizes) if size >= FEW}
    known = [
        (one.title, group, s)
        for one in found
        for group, s in one.cells
        if s is not None and group in large
    ]
    way = across.short or across.label
    merged = any(one.rest is not None for one in found)
    panels = [(one.title, one.category, one.bars) for one in found]
    return Chart(
        kind="groups",
        question=question.id,
        title=f"{question.short or question.label}, selon{chr(0xA0)}: {way[0].lower()}{way[1:]}",
        sentence=sentences.groups(known, first.n),
        header=("Réponse", *[f"{name} (%)" for name in names], *[REST] * merged),
        rows=(
            *[(one.title, *[s for _, s in one.cells], *[rest_of(one)] * merged) for one in found],
            ("Réponses", *first.sizes, *[""] * merged),
        ),
        draw=lambda canvas, y: small(canvas, y, panels, 2 if canvas.wide else 1),
        notes=(
            *meaning(question),
            *warning(names, first),
            *notes(tables, values_of(question)),
            *[TOGETHER] * merged,
        ),
        n=first.n,
    )


def rest_of(one: Crossed) -> float | str:
    return "" if one.rest is None else one.rest


def crossed(question: Question, tables: Sequence[Table], names: Sequence[str]) -> Iterator[Crossed]:
    """One for each item, for each option of each row (a heat table), or for each answer of a single column."""
    if not question.items:
        options = values_of(question)
        for classes, _ in real(tables[0]):
            yield one_of(named(classes, options), None, tables[0], classes, names)
        return
    for item, table in columns_of(question, tables):
        told = category(question, item)
        if question.chart != "heat":
            values = upper(question) if question.kind is Kind.MATRIX else chosen(question)
            yield one_of(item.label, told, table, values, names)
            continue
        for option in question.options:
            title = f"{item.label}{NARROW}: {option.label}"
            yield one_of(title, told, table, (option.id,), names)


def one_of(
    title: str,
    category: str | None,
    table: Table,
    values: Sequence[str],
    names: Sequence[str],
) -> Crossed:
    shares = [share(within(table, place), values) for place in range(len(names))]
    untold = [place for place, part in enumerate(shares) if part is None]
    rest = share(together(table, untold), values) if len(untold) > 1 else None
    return Crossed(title, category, list(zip(names, shares, strict=True)), rest)


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
