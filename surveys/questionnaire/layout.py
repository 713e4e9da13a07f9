"""Answers as small numbers, one column for each thing answered, in the order of the questionnaire.

The columns of a questionnaire never change once it is answered: what counts answers reads only these."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from surveys.questionnaire.conditions import Answers, answered, asked
from surveys.questionnaire.structure import Kind, Option, Question, Questionnaire

NOT_ASKED, NO_ANSWER = 0, -1
# Values of a column that says yes or no: an option ticked, a text written.
YES, NO = 1, 2
YES_NO = (Option("oui", "Oui"), Option("non", "Non"))
# What stands for the two codes above in tables and files.
UNASKED, SILENT = Option("non-posee", "Non posée"), Option("sans-reponse", "Sans réponse")


@dataclass(frozen=True)
class Column:
    """`place` in the array, from 1 as PostgreSQL counts; the code of `values[i]` is i + 1."""

    place: int
    question: str
    item: str  # row of a matrix, option ticked or ranked; "" when the question is one column
    values: tuple[Option, ...]

    def value(self, code: int) -> Option:
        return {NOT_ASKED: UNASKED, NO_ANSWER: SILENT}.get(code) or self.values[code - 1]


def columns(questionnaire: Questionnaire) -> list[Column]:
    found: list[Column] = []
    for question in questionnaire.questions():
        values = values_of(question)
        for item in question.items or (None,):
            name = item.id if item else ""
            found.append(Column(len(found) + 1, question.id, name, values))
    return found


def columns_of(questionnaire: Questionnaire, question: str) -> list[Column]:
    return [column for column in columns(questionnaire) if column.question == question]


def values_of(question: Question) -> tuple[Option, ...]:
    """The values that each column of the question may take, in order."""
    if question.kind in {Kind.MULTIPLE, Kind.TEXT, Kind.TERRITORY}:
        return YES_NO
    if question.kind is Kind.RANKING:
        ranks = tuple(
            Option(str(n), f"{n}ᵉ" if n > 1 else "1ᵉʳ") for n in range(1, most(question) + 1)
        )
        return (*ranks, Option("non-cite", "Non cité"))
    if question.kind is Kind.NUMBER:
        return bands_of(question)
    return question.options


def most(question: Question) -> int:
    return min(question.most or len(question.options), len(question.options))


def bands_of(question: Question) -> tuple[Option, ...]:
    edges = [f"{edge:g}".replace(".", ",") for edge in question.bands]
    if not edges:
        return (Option("0", "Toutes valeurs"),)
    between = [f"{low} à moins de {high}" for low, high in pairwise(edges)]
    labels = [f"Moins de {edges[0]}", *between, f"{edges[-1]} et plus"]
    return tuple(Option(str(place), label) for place, label in enumerate(labels))


def encode(questionnaire: Questionnaire, answers: Answers) -> list[int]:
    """The codes of checked answers, one for each column."""
    open_ = asked(questionnaire, answers)
    codes: list[int] = []
    for question in questionnaire.questions():
        width = len(question.items) or 1
        value = answers.get(question.id)
        if question.id not in open_:
            codes += [NOT_ASKED] * width
        elif not answered(question, value):
            codes += [NO_ANSWER] * width
        else:
            codes += code_answer(question, value)
    return codes


def code_answer(question: Question, value) -> list[int]:
    ids = [option.id for option in question.options]
    if question.kind is Kind.MULTIPLE:
        return [YES if id in value else NO for id in ids]
    if question.kind is Kind.MATRIX:
        given = (value.get(row.id) for row in question.rows)
        return [ids.index(one) + 1 if one else NO_ANSWER for one in given]
    if question.kind is Kind.RANKING:
        beyond = most(question) + 1
        return [value.index(id) + 1 if id in value else beyond for id in ids]
    if question.kind is Kind.NUMBER:
        return [bisect_right(question.bands, value) + 1]
    return [YES] if question.kind in {Kind.TEXT, Kind.TERRITORY} else [ids.index(value) + 1]
