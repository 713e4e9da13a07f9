"""Surveys and answers for tests. `small()` is a questionnaire with one question of each kind."""

from copy import deepcopy

from surveys.models import CodedResponse, Response, Survey
from surveys.questionnaire.layout import encode
from surveys.questionnaire.reading import SCHEMA, read

THREE = [{"id": f"o{n}", "label": f"Option {n}"} for n in (1, 2, 3)]
STEPS = [{"id": str(n), "label": str(n)} for n in range(1, 6)]


def question(id: str, type: str, **told) -> dict:
    return {"id": id, "type": type, "label": f"Question {id} ?", **told}


def small() -> dict:
    first = [
        question("level", "single", options=THREE, crossing="level", required=True),
        question("several", "multiple", options=THREE),
        question("after", "scale", options=STEPS, condition={"question": "level", "in": ["o1"]}),
    ]
    second = [
        question(
            "grid",
            "matrix",
            options=THREE,
            rows=[{"id": "a", "label": "A"}, {"id": "b", "label": "B"}],
        ),
        question("best", "ranking", options=THREE, most=2),
        question("size", "bands", options=THREE),
        question("count", "number", low=0, high=500, bands=[1, 10]),
        question("words", "text", length=200, published=False),
    ]
    sections = [
        {"id": "un", "title": "Premier temps", "questions": first},
        {"id": "deux", "title": "Second temps", "questions": second},
    ]
    # A copy: what one test changes, no other reads.
    return deepcopy({"$schema": SCHEMA, "title": "Petite enquête", "sections": sections})


def survey(state="draft", questionnaire=None, **told) -> Survey:
    """Straight into that state: the gate has its own tests."""
    told = {
        "slug": "petite-enquete",
        "title": "Petite enquête",
        "summary": "Pour essayer.",
        "year": 2026,
    } | told
    return Survey.objects.create(state=state, questionnaire=questionnaire or small(), **told)


def sent(survey: Survey, answers: dict, **told) -> Response:
    """A response that was sent, coded."""
    form = read(survey.questionnaire)
    response = Response.objects.create(survey=survey, answers=answers, **told)
    CodedResponse.objects.create(response=response, survey=survey, codes=encode(form, answers))
    return response
