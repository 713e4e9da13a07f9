"""The shares by which two waves of a question are compared: one per option, row or item."""

from collections.abc import Sequence
from dataclasses import dataclass

from surveys.questionnaire.layout import values_of
from surveys.questionnaire.structure import Kind, Question, Questionnaire
from surveys.results import sentences
from surveys.results.charts.grids import upper, words_of
from surveys.results.charts.reading import share
from surveys.results.charts.several import category, chosen
from surveys.results.tables import Table

UNCOMPARED = frozenset({Kind.TEXT, Kind.TERRITORY})


@dataclass(frozen=True)
class Measure:
    id: str
    label: str
    category: str | None = None


def measures(question: Question) -> list[Measure]:
    if question.items:
        return [Measure(i.id, i.label, category(question, i)) for i in question.items]
    return [Measure(option.id, option.label) for option in values_of(question)]


def adds_up(question: Question) -> bool:
    """Whether the measures are parts of one whole."""
    return not question.items


def comparable(form: Questionnaire) -> list[Question]:
    """Questions of which one share says enough: not texts, nor grids of options in no order."""
    return [q for q in form.questions() if q.kind not in UNCOMPARED and q.chart != "heat"]


def shares(question: Question, tables: Sequence[Table]) -> dict[str, float | None]:
    """Per cent for each measure; None when the tables do not tell it."""
    if question.kind is Kind.MATRIX:
        return {table.item: share(table, upper(question)) for table in tables}
    if question.items:
        return {table.item: share(table, chosen(question)) for table in tables}
    return {one.id: share(table, (one.id,)) for table in tables for one in measures(question)}


def meaning(question: Question) -> str:
    """What the shares of this question are shares of, when its options do not say."""
    if question.kind is Kind.MATRIX:
        return f"Part des réponses {sentences.either(words_of(question, upper(question)))}."
    if question.kind is Kind.RANKING:
        return f"Part des réponses qui le placent parmi les {len(chosen(question))} premiers choix."
    return ""
