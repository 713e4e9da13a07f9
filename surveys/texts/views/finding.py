"""What an address of free words names, or 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from surveys.models import Survey
from surveys.questionnaire.structure import Question
from surveys.texts import reading


def survey_of(slug: str) -> Survey:
    """A survey whose texts may be read: not one that people are still answering."""
    return get_object_or_404(Survey, slug=slug, state__in=reading.READABLE)


def question_of(survey: Survey, question: str) -> Question:
    found = {one.id: one for one in reading.questions(survey)}
    if question not in found:
        raise Http404
    return found[question]


def text_of(survey: Survey, question: str, token: str) -> dict:
    row = reading.texts(survey, question).filter(token=token).first()
    if row is None:
        raise Http404
    return row
