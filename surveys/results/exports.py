"""Every published number as one line: what spreadsheets and the API are made from."""

from collections.abc import Iterator

from surveys.questionnaire.layout import SILENT, UNASKED, values_of
from surveys.questionnaire.structure import Question
from surveys.results.charts.chart import UNTOLD
from surveys.results.edition import Edition
from surveys.results.tables import Table

HEADER = ("question", "intitulé", "ligne", "valeur", "croisement", "groupe", "effectif")


def rows(edition: Edition) -> Iterator[tuple]:
    """`effectif` is a number, or « non communiqué »."""
    for question in edition.questions:
        for table in edition.tables(question.id):
            for value, total in zip(table.values, table.totals, strict=True):
                yield line(question, table, value, None, (), total)
        for by in edition.ways_of(question.id).values():
            for table in edition.tables(question.id, by.id):
                yield from crossed(question, by, table)


def crossed(question: Question, by: Question, table: Table) -> Iterator[tuple]:
    for value, counts in zip(table.values, table.counts, strict=True):
        for group, number in zip(table.groups, counts, strict=True):
            yield line(question, table, value, by, group, number)


def line(question: Question, table: Table, value, by: Question | None, group, number) -> tuple:
    return (
        question.id,
        question.label,
        item_label(question, table),
        label(question, value),
        (by.short or by.label) if by else "",
        label(by, group) if by else "",
        UNTOLD if number is None else number,
    )


def item_label(question: Question, table: Table) -> str:
    return next((item.label for item in question.items if item.id == table.item), "")


def label(question: Question, names: tuple[str, ...]) -> str:
    """The words of a class of values: « Commune ou Région » when two are told together."""
    known = {option.id: option.label for option in (*values_of(question), SILENT, UNASKED)}
    return " ou ".join(known.get(name, name) for name in names)
