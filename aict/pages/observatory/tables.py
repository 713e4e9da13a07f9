"""Tables of the observatory, counted in the sets that lists are read with. Pure: no query, no request."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from aict.listing.counting import chosen, kept_by_all
from aict.listing.index import Snapshot
from aict.taxonomies.enums import Category
from aict.ui.numbers import count, number, percent

GOAL = "8"
MOST_SHADES = 4


@dataclass(frozen=True)
class Cell:
    """A count, its share of the largest of its table in shades 0 (none) to 4, and the list behind it."""

    n: int
    shade: int
    url: str

    @property
    def shown(self) -> str:
        return number(self.n)


@dataclass(frozen=True)
class Line:
    label: str
    cells: list[Cell]
    category: str = ""

    @property
    def total(self) -> int:
        return self.cells[-1].n


@dataclass(frozen=True)
class Table:
    """`headings` name the columns after the first one, which is `what`."""

    slug: str
    title: str
    what: str
    headings: list[str]
    lines: list[Line]
    sentence: str = ""

    @property
    def columns(self) -> list[tuple[str, str]]:
        """(category or "", heading) of a crossed table."""
        return [*zip(Category.values, self.headings, strict=False), ("", self.headings[-1])]

    @property
    def axes(self) -> tuple[str, str]:
        return self.what, self.headings[-1]

    @property
    def bars(self) -> list[tuple[str, int, str, str]]:
        """For templates/components/chart.html: label, value, words, category."""
        return [
            (line.label, line.total, line.cells[-1].shown, line.category) for line in self.lines
        ]


@dataclass(frozen=True)
class Counted:
    """The rows asked for, and how to count and to link among them."""

    snapshot: Snapshot
    rows: int
    # (filters) → address of the list of practices with them, those of the page included
    address: Callable[[Mapping[str, str]], str]

    @property
    def total(self) -> int:
        return self.rows.bit_count()

    def how_many(self, filters: Mapping[str, str]) -> int:
        kept = chosen(self.snapshot, {name: (value,) for name, value in filters.items()})
        return kept_by_all(self.rows, kept).bit_count()

    def values(self, name: str) -> dict[str, int]:
        """Value → rows, none left out."""
        found = self.snapshot.bits.get(name, {})
        return {value: (bits & self.rows).bit_count() for value, bits in found.items()}


def simple(counted: Counted, slug: str, title: str, what: str, name: str, labels, most=0) -> Table:
    """One column: the rows of each value of `labels`; with `most`, the most frequent only."""
    known = counted.values(name)
    values = list(labels)
    if most:
        values = sorted((v for v in values if known.get(v)), key=lambda v: -known[v])[:most]
    top = max((known.get(v, 0) for v in values), default=0)
    lines = [
        Line(
            str(labels[v]),
            [Cell(known.get(v, 0), shade(known.get(v, 0), top), counted.address({name: v}))],
            v if name == "categorie" else "",
        )
        for v in values
    ]
    return Table(slug, title, what, [_("Pratiques")], lines)


def crossed(counted: Counted, slug: str, title: str, what: str, name: str, labels) -> Table:
    """Values of a facet by category, and in all. A practice may carry several values: columns do
    not add up, and the page says so."""
    lines = []
    for value, label in labels.items():
        asked = [{name: value, "categorie": category} for category in Category.values]
        found = [(counted.how_many(filters), filters) for filters in [*asked, {name: value}]]
        if found[-1][0]:
            lines.append((str(label), found))
    top = max((n for _label, found in lines for n, _f in found[:-1]), default=0)
    return Table(
        slug,
        title,
        what,
        [*(str(label) for label in Category.labels), _("En tout")],
        [
            Line(label, [Cell(n, shade(n, top), counted.address(asked)) for n, asked in found])
            for label, found in lines
        ],
    )


def shade(n: int, top: int) -> int:
    return 0 if not n else 1 + min(MOST_SHADES - 1, (n - 1) * MOST_SHADES // max(top, 1))


def ranked(table: Table, most: int) -> Table:
    """The `most` lines that count the most."""
    lines = sorted(table.lines, key=lambda line: -line.total)[:most]
    return Table(table.slug, table.title, table.what, table.headings, lines, table.sentence)


def share(part: int, whole: int) -> str:
    """« 38 % », rounded; « 0 % » of nothing; something is never said to be nothing."""
    rounded = round(100 * part / whole) if whole else 0
    return percent(rounded) if rounded or not part else _("moins de %s") % percent(1)


def goal_sentence(counted: Counted) -> str:
    """How many say that they contribute to the reference goal of the platform."""
    named = counted.how_many({"odd": GOAL})
    return _(
        "Selon leurs auteurs, contribuent à l’ODD 8, « travail décent et croissance économique » : "
        "%(named)s sur %(all)s. C’est une déclaration, pas une mesure."
    ) % {"named": count(named, "pratique"), "all": number(counted.total)}


def leaders(table: Table) -> str:
    """« Le plus souvent : salons (12), missions (9). »"""
    best = sorted((x for x in table.lines if x.total), key=lambda line: -line.total)[:3]
    if not best:
        return ""
    return _("Le plus souvent : %s.") % ", ".join(f"{x.label} ({x.cells[-1].shown})" for x in best)


def rows_of(table: Table) -> Iterable[list[object]]:
    """For a spreadsheet."""
    return ([line.label, *(cell.n for cell in line.cells)] for line in table.lines)
