"""Answers as two tables for coordinators. The order of columns is that of the questionnaire.

An anonymous survey gives neither texts, nor rare profiles, nor exact numbers, nor the order of answers."""

from bisect import bisect_right
from collections.abc import Iterator
from random import SystemRandom
from typing import Any

from surveys.intake.targets import SERVICE, TERRITORY, WHO
from surveys.models import Survey
from surveys.questionnaire.conditions import Answers, answered, asked
from surveys.questionnaire.layout import UNASKED, YES_NO, bands_of
from surveys.questionnaire.structure import Crossing, Kind, Option, Question

NOT_ASKED = UNASKED.label
YES, NO = (option.label for option in YES_NO)
WHY = (
    "Cette enquête est anonyme : les fichiers ne contiennent ni les textes libres, ni le profil "
    "des répondants hors le type de collectivité ; les nombres y sont par tranches, et les lignes dans un "
    "ordre tiré au sort. "
    "Réunis, ces éléments diraient parfois qui a répondu."
)


def questions_of(survey: Survey) -> list[Question]:
    """Those whose answers may be in a file."""
    every = survey.form.questions()
    if not survey.is_anonymous:
        return list(every)
    hidden = {Kind.TEXT, Kind.TERRITORY}
    return [q for q in every if q.kind not in hidden and q.crossing in {None, Crossing.LEVEL}]


def answers_of(survey: Survey) -> list[tuple[Answers, list[str]]]:
    """(answers, [authority, service]) in a random order; the two names are empty when anonymous."""
    rows = survey.responses.sent().select_related("respondent__territory", "respondent__service")
    found = [(row.answers, [] if survey.is_anonymous else who(row)) for row in rows]
    SystemRandom().shuffle(found)
    return found


def who(row: Any) -> list[str]:
    person = getattr(row, "respondent", None)
    place, service = (person.territory, person.service) if person else (None, None)
    return [place.key if place else "", service.label if service else ""]


def headings(survey: Survey, questions: list[Question]) -> list[str]:
    """« q7/promotion – Ce qui est fait aujourd’hui – Promotion du territoire »: an import knows them."""
    found = [] if survey.is_anonymous else [WHO[TERRITORY], WHO[SERVICE]]
    for question in questions:
        name = question.short or question.label
        for item in question.items or (None,):
            code = f"{question.id}/{item.id}" if item else question.id
            found.append(" – ".join([code, name, *([item.label] if item else [])]))
    return found


def wide(survey: Survey) -> tuple[list[str], Iterator[list[object]]]:
    """One line a response, one column for each thing answered: « Non posée » is not an empty cell."""
    questions = questions_of(survey)
    form, rows, exact = survey.form, answers_of(survey), not survey.is_anonymous

    def lines() -> Iterator[list[object]]:
        for answers, names in rows:
            open_ = asked(form, answers)
            yield [*names, *(cell for q in questions for cell in cells(q, answers, open_, exact))]

    return headings(survey, questions), lines()


def cells(
    question: Question, answers: Answers, open_: set[str], exact: bool = True
) -> list[object]:
    """`exact`: a number as it was given, or else the band it is in."""
    items = question.items or (None,)
    if question.id not in open_:
        return [NOT_ASKED] * len(items)
    value: Any = answers.get(question.id)
    if not answered(question, value):
        return [""] * len(items)
    if question.kind is Kind.NUMBER and not exact:
        return [bands_of(question)[bisect_right(question.bands, value)].label]
    return [cell(question, item, value) for item in items]


def cell(question: Question, item: Option | None, value: Any) -> object:
    labels = {option.id: option.label for option in question.options}
    if item is None:
        return labels.get(value, value)
    if question.kind is Kind.MATRIX:
        return labels.get(value.get(item.id), "")
    if question.kind is Kind.RANKING:
        return value.index(item.id) + 1 if item.id in value else "Non cité"
    return YES if item.id in value else NO


LONG = ("réponse", "question", "intitulé", "ligne ou option", "valeur")


def long(survey: Survey) -> tuple[tuple[str, ...], Iterator[list[object]]]:
    """One line for each thing answered. The number of a response is that of this file only."""
    questions = questions_of(survey)
    form, rows, exact = survey.form, answers_of(survey), not survey.is_anonymous

    def lines() -> Iterator[list[object]]:
        for number, (answers, names) in enumerate(rows, start=1):
            for name, value in zip(WHO.values(), names, strict=False):
                yield [number, "", name, "", value]
            open_ = asked(form, answers)
            for question in questions:
                given = cells(question, answers, open_, exact)
                items = question.items or (None,)
                for item, said in zip(items, given, strict=True):
                    label = item.label if item else ""
                    yield [number, question.id, question.short or question.label, label, said]

    return LONG, lines()
