"""Answers in the shape that is kept, whatever brought them: a form, a spreadsheet.

single, bands, scale: "option" · multiple, ranking: ["option", …] · matrix: {"row": "option"} ·
number: 2.5 · text: "words" · territory: "key"."""

from surveys.questionnaire.conditions import Answers, answered, asked
from surveys.questionnaire.layout import most
from surveys.questionnaire.structure import Kind, Question, Questionnaire


class WrongAnswerError(Exception):
    """One French sentence for the person who answers."""


def checked(question: Question, value: object) -> object:
    """The same answer, in the shape that is kept. Raises WrongAnswerError."""
    ids = {option.id for option in question.options}
    if question.kind in {Kind.MULTIPLE, Kind.RANKING}:
        return several(question, value, ids)
    if question.kind is Kind.MATRIX:
        rows = {row.id for row in question.rows}
        if not isinstance(value, dict) or set(value) - rows or set(value.values()) - ids:
            raise WrongAnswerError("Une des réponses ne fait pas partie de celles proposées.")
        return {row.id: value[row.id] for row in question.rows if row.id in value}
    if question.kind is Kind.NUMBER:
        return within(question, value)
    if not isinstance(value, str):
        raise WrongAnswerError("Cette réponse n’a pas la forme attendue.")
    if question.kind is Kind.TEXT:
        if len(value) > question.length:
            raise WrongAnswerError(
                f"Votre texte dépasse {question.length} signes : raccourcissez-le."
            )
        return value.strip()
    if question.kind is not Kind.TERRITORY and value not in ids:
        raise WrongAnswerError("Cette réponse ne fait pas partie de celles proposées.")
    return value


def several(question: Question, value: object, ids: set[str]) -> list[str]:
    if not isinstance(value, list) or set(value) - ids or len(set(value)) != len(value):
        raise WrongAnswerError("Une des réponses ne fait pas partie de celles proposées.")
    if len(value) > most(question):
        raise WrongAnswerError(f"Choisissez-en {most(question)} au plus.")
    alone = {option.id for option in question.options if option.exclusive}
    if alone & set(value) and len(value) > 1:
        raise WrongAnswerError("Cette réponse ne se coche pas avec une autre.")
    if question.kind is Kind.RANKING:
        return value
    return [option.id for option in question.options if option.id in value]


def within(question: Question, value: object) -> int | float:
    if not isinstance(value, int | float) or isinstance(value, bool) or value != value:
        raise WrongAnswerError("Écrivez un nombre.")
    low, high = question.low, question.high
    if (low is not None and value < low) or (high is not None and value > high):
        raise WrongAnswerError("Ce nombre est hors des limites attendues.")
    return value


def kept(questionnaire: Questionnaire, answers: Answers) -> Answers:
    """What was said to questions that were asked: the rest is not an answer."""
    open_ = asked(questionnaire, answers)
    return {
        question.id: answers[question.id]
        for question in questionnaire.questions()
        if question.id in open_ and answered(question, answers.get(question.id))
    }


def lacking(questionnaire: Questionnaire, answers: Answers) -> list[Question]:
    """Required questions that were asked and not answered (each row of a matrix counts)."""
    open_ = asked(questionnaire, answers)
    return [
        question
        for question in questionnaire.questions()
        if question.required
        and question.id in open_
        and not whole(question, answers.get(question.id))
    ]


def whole(question: Question, value: object) -> bool:
    if question.kind is Kind.MATRIX:
        return isinstance(value, dict) and all(value.get(row.id) for row in question.rows)
    return answered(question, value)
