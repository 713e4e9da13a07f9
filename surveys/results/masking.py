"""Crossings that coordinators read in an anonymous survey: hidden by the very rules of those that are
published, so that a subtraction gives nothing back and that two readings of one crossing are the same."""

from collections.abc import Iterator
from dataclasses import replace

from surveys.questionnaire.structure import Question, Questionnaire
from surveys.results.pooling import names_of, pooled
from surveys.results.publishing import ITEMIZED, Count, Published, crossed, one_way, ticked_of
from surveys.results.tables import Classes, Table


def masked(form: Questionnaire, question: Question, across: Question, count: Count) -> list[Table]:
    """The tables of `question` crossed by `across`, whose answers are single. Those that are too fine
    are there with no number."""
    if turned(form, question, across):
        return [turn(table) for table in masked(form, across, question, count)]
    tables = count(question.id, across.id)
    told, ticked = Published(), None
    told.tables += one_way(form, across, count(across.id, ""))
    groups = told.tables[0].values
    if question.condition or across.condition:
        # Who was not asked is a line of another crossing too, which hides other cells of it.
        return list(each(tables, {}, groups))
    if question.kind in ITEMIZED:
        ticked = ticked_of(question, count(question.id, ""))
        ticked.hide_options()
    else:
        told.tables += one_way(form, question, count(question.id, ""))
    crossed(question, across.id, tables, ticked, told)
    shown = {table.item: table for table in told.tables if table.crossing}
    return list(each(tables, shown, groups))


def turned(form: Questionnaire, question: Question, across: Question) -> bool:
    """Two single answers are crossed one way only, as when published: each way on its own would hide other
    cells, and the two together tell what each one hides."""
    order = {one.id: (not one.crossing, place) for place, one in enumerate(form.questions())}
    return not question.items and order[question.id] < order[across.id]


def turn(table: Table) -> Table:
    return replace(
        table,
        question=table.crossing,
        crossing=table.question,
        values=table.groups,
        groups=table.values,
        totals=table.sizes,
        sizes=tuple(total or 0 for total in table.totals),
        counts=tuple(zip(*table.counts, strict=True)),
    )


def each(tables: list[Table], shown: dict[str, Table], groups: Classes) -> Iterator[Table]:
    for table in tables:
        found = shown.get(table.item)
        if found is None:
            whole = pooled(table, tuple((name,) for name in names_of(table)), groups)
            found = replace(whole, counts=tuple((None,) * len(groups) for _ in whole.values))
        yield found
