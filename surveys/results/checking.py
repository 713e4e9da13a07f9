"""Whether what is about to be published tells a number below five: every table, every hidden cell.

It knows nothing of how tables were suppressed: it reads them as an attacker would, all together, and
works out what each hidden number can be (intervals.py)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from surveys.questionnaire.layout import SILENT, UNASKED, most
from surveys.questionnaire.structure import Kind, Question, Questionnaire
from surveys.results.intervals import UnreadableTable, intervals
from surveys.results.tables import Table

LEAST = 5
Known = dict[tuple[str, str], list[int]]


@dataclass
class Report:
    """`findings` are French sentences; none: nothing can be worked out."""

    tables: int = 0
    hidden: int = 0
    findings: list[str] = field(default_factory=list)


def check(form: Questionnaire, tables: list[Table], known: Known) -> Report:
    """In: all that is published of a survey; `known`, what else a reader is taken to know: for
    (question, ""), how many gave each rank; for (question, crossing), the choices made in each group."""
    report = Report(tables=len(tables))
    report.hidden = sum((table.totals + sum(table.counts, ())).count(None) for table in tables)
    read = Reading(form, tables, known)
    report.findings += read.findings()
    return report


class Reading:
    """All the tables of a release, side by side."""

    def __init__(self, form: Questionnaire, tables: list[Table], known: Known):
        self.form, self.tables, self.known = form, tables, known
        self.alone = {(t.question, t.item): t for t in tables if not t.crossing}
        self.questions = {question.id: question for question in form.questions()}

    def findings(self) -> Iterator[str]:
        if len({table.n for table in self.tables}) > 1:
            yield "Les tableaux ne portent pas tous sur les mêmes réponses."
        for table in self.tables:
            yield from small_numbers(table)
            yield from self.out_of_place(table)
        for question in self.form.questions():
            yield from self.openly_asked(question)
            if question.kind in {Kind.MULTIPLE, Kind.RANKING, Kind.TEXT}:
                yield from self.options(question)
            else:
                yield from self.choices(question)

    def of(self, question: Question, crossing: str) -> list[Table]:
        return [t for t in self.tables if (t.question, t.crossing) == (question.id, crossing)]

    # ---- what holds for every table

    def out_of_place(self, table: Table) -> Iterator[str]:
        question = self.questions[table.question]
        themed = question.kind is Kind.TEXT and table.item and not table.crossing
        if question.kind in {Kind.TEXT, Kind.TERRITORY} and not themed:
            yield f"{named(table)} : des textes ou des collectivités ne se publient pas."
        if not table.crossing:
            return
        if question.crossing or question.condition:
            yield f"{named(table)} : cette question ne se croise pas."
        across = self.alone.get((table.crossing, ""))
        if not across or (across.values, across.totals) != (table.groups, table.sizes):
            yield f"{named(table)} : ses groupes ne sont pas ceux de la question de croisement."
        alone = self.alone.get((table.question, table.item))
        if not alone or told_by(alone, table.values) != table.totals:
            yield f"{named(table)} : ses totaux ne sont pas ceux du tableau simple."

    def openly_asked(self, question: Question) -> Iterator[str]:
        """A question asked to some tells how many they are: nothing that decides it may be hidden."""
        tables = self.of(question, "")
        if not question.condition or not tables:
            return
        if any(UNASKED.id in names and len(names) > 1 for t in tables for names in t.values):
            yield f"{question.id} : « non posée » est réuni à d’autres réponses."
        for test in question.condition.tests():
            for table in self.of(self.questions[test.question], ""):
                opens = set(test.values)
                if table.item and table.item in opens:
                    mixed = None in table.totals
                else:
                    mixed = table.item == test.row and any(
                        opens & set(names) and set(names) - opens for names in table.values
                    )
                if mixed:
                    yield f"{question.id} : dit ce que {named(table)} réunit ou cache."

    # ---- one choice

    def choices(self, question: Question) -> Iterator[str]:
        for table in [t for t in self.tables if t.question == question.id]:
            if None in table.totals or sum(t or 0 for t in table.totals) != table.n:
                yield f"{named(table)} : ses totaux ne font pas le nombre de réponses."
            elif table.crossing:
                yield from pinned(table, [t or 0 for t in table.totals], list(table.counts))

    # ---- options that are ticked or ranked

    def options(self, question: Question) -> Iterator[str]:
        tables = self.of(question, "")
        ranked = question.kind is Kind.RANKING
        limited = ranked or most(question) < len(question.options)
        if tables:
            yield from self.ranks(question, tables) if ranked else ticks(question, tables)
        for crossing in sorted(
            {t.crossing for t in self.tables if t.question == question.id} - {""}
        ):
            crossed = self.of(question, crossing)
            if limited:
                yield from self.limited(question, crossed)
            else:
                yield from room_left(question, crossed)
            for table in crossed:
                yield from pinned(table, [t or 0 for t in table.totals], list(table.counts))

    def ranks(self, question: Question, tables: list[Table]) -> Iterator[str]:
        totals = self.known[question.id, ""]
        shown = [t for t in tables if said(t) is not None]
        asked = asked_of(tables[0])
        left = sum(totals) - sum(said(t) or 0 for t in shown)
        hidden = len(tables) - len(shown)
        if hidden and (min(asked, left) < LEAST or left - (hidden - 1) * asked > asked - LEAST):
            yield f"{question.id} : une option cachée se déduit des rangs donnés en tout."
        split = [t for t in shown if len(t.values[0]) == 1]
        if not split or len(totals) < 2:
            return
        rows = [said(t) or 0 for t in split]
        cells: list[list[int | None]] = [list(t.totals[: len(totals)]) for t in split]
        if hidden:
            rows.append(left)
            cells.append([None] * len(totals))
        yield from found_small(f"{question.id}, rangs", rows, totals, cells)

    def limited(self, question: Question, crossed: list[Table]) -> Iterator[str]:
        """All the options by group at once, the choices made in each group being known."""
        first = crossed[0]
        told = {t.item: list(t.counts[0]) for t in crossed}
        unknown: list[int | None] = [None] * len(first.groups)
        rows, cells = [], []
        for table in self.of(question, ""):
            total = said(table)
            if total is None or any(o.exclusive for o in question.options if o.id == table.item):
                continue
            rows.append(total)
            cells.append(told.get(table.item, unknown))
        columns = self.known[question.id, first.crossing]
        words = f"{question.id} × {first.crossing}"
        yield from found_small(words, rows, columns, cells, list(first.sizes))


def named(table: Table) -> str:
    item = f" ({table.item})" if table.item else ""
    return f"{table.question}{item}" + (f" × {table.crossing}" if table.crossing else "")


def small_numbers(table: Table) -> Iterator[str]:
    shown = [table.n, *table.totals, *table.sizes, *sum(table.counts, ())]
    if any(number is not None and number < LEAST for number in shown):
        yield f"{named(table)} : montre un nombre inférieur à {LEAST}."
    if table.crossing and sum(table.sizes) != table.n:
        yield f"{named(table)} : ses groupes ne font pas le nombre de réponses."


def told_by(alone: Table, values: tuple[tuple[str, ...], ...]) -> tuple[int | None, ...]:
    """The totals of these classes of values, by what the table over all responses tells."""
    found: list[int | None] = []
    for names in values:
        inside = [
            t for own, t in zip(alone.values, alone.totals, strict=True) if set(own) <= set(names)
        ]
        covered = {n for own in alone.values if set(own) <= set(names) for n in own}
        if None not in inside and covered == set(names):
            found.append(sum(total or 0 for total in inside))
        elif None in inside and covered == set(names) and said(alone) is not None:
            found.append(said(alone))
        else:
            found.append(None)
    return tuple(found)


def pinned(table: Table, rows: list[int], counts: list[tuple[int | None, ...]]) -> Iterator[str]:
    cells = [list(row) for row in counts]
    yield from found_small(named(table), rows, list(table.sizes), cells)


def found_small(
    words: str,
    rows: list[int],
    columns: list[int],
    cells: list[list[int | None]],
    caps: list[int] | None = None,
) -> Iterator[str]:
    """A sentence for each number that is surely below five; with `caps`, for each complement as well."""
    try:
        for r, c, low, high in intervals(rows, columns, cells, caps):
            if high < LEAST or (caps and caps[c] - low < LEAST):
                yield f"{words} : la case {r + 1}, {c + 1} se déduit, elle vaut de {low} à {high}."
    except UnreadableTable:
        yield f"{words} : ses nombres ne font pas ses totaux."


def asked_of(table: Table) -> int:
    """Responses but those of whom it is told that they gave none or were not asked."""
    return table.n - sum(t or 0 for t in silent(table).values())


def silent(table: Table) -> dict[str, int | None]:
    gone = {SILENT.id, UNASKED.id}
    return {
        names[0]: total
        for names, total in zip(table.values, table.totals, strict=True)
        if set(names) <= gone
    }


def said(table: Table) -> int | None:
    """How many ticked or ranked the option, when it can be told."""
    rest = [
        total
        for names, total in zip(table.values, table.totals, strict=True)
        if {"non", "non-cite", SILENT.id, UNASKED.id} & set(names)
    ]
    return None if None in rest else table.n - sum(total or 0 for total in rest)


def ticks(question: Question, tables: list[Table]) -> Iterator[str]:
    asked = asked_of(tables[0])
    for item, (low, high) in options_between(question, tables).items():
        if high < LEAST or asked - low < LEAST:
            yield f"{question.id} ({item}) : se déduit des autres options, de {low} à {high}."


def options_between(question: Question, tables: list[Table]) -> dict[str, tuple[int, int]]:
    """The least and the most that each hidden option may be.

    Each person ticks one option that goes alone, or from one to the limit of the others: every number
    of people who may have done the latter is tried."""
    alone = {option.id for option in question.options if option.exclusive}
    told = {table.item: said(table) for table in tables}
    apart = [item for item, count in told.items() if count is None and item in alone]
    free = [item for item, count in told.items() if count is None and item not in alone]
    counts = [n for item, n in told.items() if n is not None and item not in alone]
    rest = asked_of(tables[0]) - sum(n or 0 for item, n in told.items() if item in alone)
    limit, given, found = most(question) or len(tables), sum(counts), dict[str, tuple[int, int]]()
    if not apart + free:
        return found
    for crowd in range(max([0, *counts]), rest + 1):
        left = rest - crowd
        if given > limit * crowd or given + len(free) * crowd < crowd or (left and not apart):
            continue
        for item in free:
            low = max(0, crowd - given - (len(free) - 1) * crowd)
            widen(found, item, low, min(crowd, limit * crowd - given))
        for item in apart:
            widen(found, item, 0 if len(apart) > 1 else left, left)
    return found


def widen(found: dict[str, tuple[int, int]], item: str, low: int, high: int) -> None:
    least, greatest = found.get(item, (low, high))
    found[item] = min(least, low), max(greatest, high)


def room_left(question: Question, crossed: list[Table]) -> Iterator[str]:
    """Where options that go alone are told by group, the others have at most what they leave."""
    alone = {option.id for option in question.options if option.exclusive}
    told = [table for table in crossed if table.item in alone]
    if not told:
        return
    for g, size in enumerate(told[0].sizes):
        counts = [table.counts[0][g] for table in told]
        if None in counts or size - sum(n or 0 for n in counts) < LEAST:
            yield f"{question.id} × {told[0].crossing} : l’option exclusive en dit trop des autres."
            return
