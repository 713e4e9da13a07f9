"""Up to three practices side by side: the same questions asked of each, in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aict.taxonomies.enums import Category, CostBand, Evidence, Nature
from aict.ui.numbers import number
from practices.comparing_reader import Reader, conditions_for
from practices.models import Practice
from practices.reading import figures
from practices.reading.page import period
from practices.reading.places import owner
from practices.reading.source import BLOCKS, OWN, Source

MOST = 3
READ = ("results", "funding_lines", "transfer_conditions")
Lines = list[str]


@dataclass(frozen=True)
class Row:
    """One question: what each practice answers, line by line; no line when nobody told.

    `columns` are (category, whose) of each practice: on a phone nothing stands above the cells."""

    label: str
    cells: list[Lines]
    columns: list[tuple[str, str]]

    @property
    def beside(self) -> list[tuple[str, str, Lines]]:
        """(category, whose, lines) of each practice."""
        told = zip(self.columns, self.cells, strict=True)
        return [(category, whose, cell) for (category, whose), cell in told]

    @property
    def same(self) -> bool:
        return len(self.cells) > 1 and all(cell == self.cells[0] for cell in self.cells)


@dataclass(frozen=True)
class Group:
    title: str
    rows: list[Row]


def practices(slugs: list[str]) -> list[Practice]:
    """Those on line, in the order asked."""
    rows = (
        Practice.objects.published()
        .filter(slug__in=slugs)
        .select_related("contribution", "territory", "service")
        .prefetch_related(
            *("countries", "modalities", "results", "funding_lines__funding"),
            "transfer_conditions",
        )
    )
    return sorted(rows, key=lambda row: slugs.index(row.slug))


def source_of(practice: Practice, reader: Reader | None = None) -> Source:
    """Its answers; `reader` is the authority for which conditions are checked."""
    values = {name: getattr(practice, name) for name in OWN}
    values |= {name: list(getattr(practice, name).all()) for name in ("countries", "modalities")}
    values["reader"] = reader
    rows = {
        block: [
            {name: getattr(row, name) for name in BLOCKS[block]}
            for row in getattr(practice, block).all()
        ]
        for block in READ
    }
    return Source(values, rows)


def groups(
    found: list[Practice], differences_only: bool = False, reader: Reader | None = None
) -> list[Group]:
    """The whole table; rows to which nobody answers are left out."""
    sources = [source_of(practice, reader) for practice in found]
    columns = columns_of(found)
    told = []
    for title, questions in QUESTIONS:
        rows = [
            Row(str(label), [ask(source) for source in sources], columns)
            for label, ask in questions
        ]
        kept = [row for row in rows if any(row.cells) and not (differences_only and row.same)]
        if kept:
            told.append(Group(str(title), kept))
    return told


def columns_of(found: list[Practice]) -> list[tuple[str, str]]:
    """Named after their authority, or by their titles when one authority has several."""
    owners = [str(practice.territory or practice.territory_name) for practice in found]
    several = len(set(owners)) < len(owners)
    return [
        (practice.category, practice.title if several else owner)
        for practice, owner in zip(found, owners, strict=True)
    ]


def as_rows(table: list[Group]) -> Iterator[list[str]]:
    """For a spreadsheet: a line for each question."""
    for group in table:
        for row in group.rows:
            yield [group.title, row.label, *(" ; ".join(cell) for cell in row.cells)]


def lines(*texts: object) -> Lines:
    return [str(text) for text in texts if text]


def level(source: Source) -> Lines:
    return lines(source["territory"].nature if source["territory"] else "")


def population(source: Source) -> Lines:
    people = source["territory"].population if source["territory"] else None
    return [_("%s habitants") % number(people)] if people else []


def cost(source: Source) -> Lines:
    """In euros; the time of agents has its own row."""
    told = figures.cost_in_words(replace(source, values=source.values | {"staff_fte": None}))
    return lines(told or CostBand.UNDISCLOSED.label)


def time(source: Source) -> Lines:
    return lines(source["staff_fte"] and figures.full_time(source["staff_fte"]))


def money(source: Source) -> Lines:
    return [
        " · ".join(lines(line.source, line.amount, line.share))
        for line in figures.funding(source).lines
    ]


def results(source: Source) -> Lines:
    return [
        f"{label} : {value}" + (_(" (avant : %s)") % result.before if result.before else "")
        for result in figures.results(source)
        for value, label in [figures.figure(result)]
    ]


def evidence(source: Source) -> Lines:
    return lines(Evidence(int(source["evidence"] or 0)).label)


def conditions(source: Source) -> Lines:
    return conditions_for(source, source["reader"] or None)


def text(name: str) -> Callable[[Source], Lines]:
    return lambda source: lines(source[name])


def names(name: str) -> Callable[[Source], Lines]:
    return lambda source: [str(term) for term in source.many(name)]


QUESTIONS = (
    (
        gettext_lazy("De quoi s’agit-il"),
        (
            (gettext_lazy("En une phrase"), text("teaser")),
            (gettext_lazy("Nature"), lambda source: lines(Nature(source["nature"]).label)),
            (gettext_lazy("Catégorie"), lambda source: lines(Category(source["category"]).label)),
            (gettext_lazy("Modalités d’action"), names("modalities")),
            (gettext_lazy("Quand"), lambda source: lines(period(source))),
        ),
    ),
    (
        gettext_lazy("Qui"),
        (
            (gettext_lazy("Collectivité"), lambda source: lines(owner(source))),
            (gettext_lazy("Niveau"), level),
            (gettext_lazy("Population"), population),
            (gettext_lazy("Service porteur"), text("service")),
            (gettext_lazy("Pays partenaires"), names("countries")),
        ),
    ),
    (
        gettext_lazy("Ce que cela coûte"),
        (
            (gettext_lazy("En euros"), cost),
            (gettext_lazy("En temps d’agents"), time),
            (gettext_lazy("Qui a payé"), money),
        ),
    ),
    (
        gettext_lazy("Ce que cela a donné"),
        (
            (gettext_lazy("Ce que cela a apporté ici"), text("benefit")),
            (gettext_lazy("Résultats"), results),
            (gettext_lazy("Niveau de preuve"), evidence),
        ),
    ),
    (
        gettext_lazy("Ce qui a été difficile"),
        (
            (gettext_lazy("Difficultés rencontrées"), text("difficulties")),
            (gettext_lazy("Ce qui ne serait pas refait"), text("not_again")),
        ),
    ),
    (
        gettext_lazy("Pour transposer chez vous"),
        (
            (gettext_lazy("Indispensable"), text("transfer_essential")),
            (gettext_lazy("À adapter"), text("transfer_adapt")),
            (gettext_lazy("Propre à eux"), text("transfer_specific")),
            (gettext_lazy("À vérifier chez vous"), conditions),
        ),
    ),
)
