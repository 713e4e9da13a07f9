"""Which question of an earlier survey is which of this one: the same names, unless somebody said otherwise."""

from dataclasses import dataclass

from django.db import transaction

from aict.listing.models import Clock
from surveys import gate
from surveys.models import Survey
from surveys.questionnaire.structure import Question, Questionnaire
from surveys.results.waves.measures import comparable, measures
from surveys.results.waves.models import WaveMapping


@dataclass(frozen=True)
class Match:
    """`items`: measure of this survey → measure of the other."""

    question: str
    items: dict[str, str]
    corrected: bool = False


def usual(question: Question, other: Question) -> dict[str, str]:
    """Measures that bear the same name."""
    known = {one.id for one in measures(other)}
    return {one.id: one.id for one in measures(question) if one.id in known}


def matches(survey: Survey, form: Questionnaire, other: Survey, past: Questionnaire):
    """For each question that can be compared, its match, or None."""
    known = {question.id: question for question in comparable(past)}
    rows = WaveMapping.objects.filter(survey=survey, other=other)
    told = {row.question: Match(row.other_question, row.items, True) for row in rows}
    found: dict[str, Match | None] = {}
    for question in comparable(form):
        same = known.get(question.id)
        by_name = usual(question, same) if same and same.kind is question.kind else {}
        found[question.id] = told.get(question.id) or (
            Match(question.id, by_name) if by_name else None
        )
    return found


@transaction.atomic
def correct(survey: Survey, other: Survey, question: str, match: Match) -> None:
    WaveMapping.objects.update_or_create(
        survey=survey,
        other=other,
        question=question,
        defaults={"other_question": match.question, "items": match.items},
    )
    Clock.tick(gate.KIND)
