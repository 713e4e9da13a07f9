"""The surveys of the demonstration: one closed and ready to be analysed, one open now, one in preparation."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

import surveys.questionnaire
from aict.people.models import User
from surveys.demo import needs, point
from surveys.demo.drawing import Draw
from surveys.models import CodedResponse, Mode, Response, State, Survey, SurveyEntry
from surveys.questionnaire.conditions import Answers
from surveys.questionnaire.layout import encode
from surveys.questionnaire.reading import read
from surveys.states import TRANSITIONS

FOLDER = Path(surveys.questionnaire.__file__).parent / "data"
NEEDS, POINT, DRAFT = "besoins-2024", "point-2026", "missions-2026"
WEEKS_LEFT = timedelta(weeks=3)


@dataclass(frozen=True)
class Fiction:
    """`answers(seed, speaks)` is one response; `texts` of the `size` responses have free words."""

    slug: str
    file: str
    title: str
    summary: str
    year: int
    steps: dict[str, date]
    closes_on: date | None = None
    mode: str = Mode.ANONYMOUS
    size: int = 0
    texts: int = 0
    answers: Callable[[str, bool], Answers] = needs.answers


def fictions(today: date) -> list[Fiction]:
    return [
        Fiction(
            slug=NEEDS,
            file="besoins-2024.json",
            title="Vos besoins pour l’action internationale à visée économique",
            summary="Ce que les collectivités font, ce que leurs élues et leurs élus demandent, et ce qui leur manque. Réponses fictives.",
            year=2024,
            steps={"open": date(2024, 9, 16), "close": date(2024, 12, 9)},
            closes_on=date(2024, 12, 8),
            size=412,
            texts=120,
        ),
        Fiction(
            slug=POINT,
            file="point-2026.json",
            title="Le point 2026",
            summary="Trois minutes pour dire ce qui a changé depuis deux ans et ce qui vous a servi. Réponses fictives.",
            year=2026,
            steps={"open": today - timedelta(days=10)},
            closes_on=today + WEEKS_LEFT,
            size=35,
            texts=11,
            answers=point.answers,
        ),
        Fiction(
            slug=DRAFT,
            file="mission.json",
            title="Après une mission économique à l’étranger",
            summary="Ce qu’une mission a donné, trois mois après le retour. Enquête fictive, en préparation.",
            year=2026,
            steps={},
            mode=Mode.NAMED,
        ),
    ]


def load(author: User, coordinator: User, today: date | None = None) -> Iterator[str]:
    """Load what is not there yet, yielding the slug of each. The open one stays open."""
    today = today or timezone.localdate()
    for fiction in fictions(today):
        if not Survey.objects.filter(slug=fiction.slug).exists():
            load_one(fiction, coordinator)
            yield fiction.slug
    stale = Survey.objects.filter(slug=POINT, fictional=True, closes_on__lt=today)
    stale.update(closes_on=today + WEEKS_LEFT)


def questionnaire_of(fiction: Fiction) -> dict:
    return json.loads((FOLDER / fiction.file).read_text(encoding="utf-8"))


@transaction.atomic
def load_one(fiction: Fiction, coordinator: User) -> None:
    state = TRANSITIONS[list(fiction.steps)[-1]].target if fiction.steps else State.DRAFT
    survey = Survey.objects.create(
        slug=fiction.slug,
        title=fiction.title,
        summary=fiction.summary,
        mode=fiction.mode,
        state=state,
        questionnaire=questionnaire_of(fiction),
        open_link=True,
        closes_on=fiction.closes_on,
        year=fiction.year,
        fictional=True,
        created_by=coordinator,
    )
    for name, day in fiction.steps.items():
        enter(survey, name, day, coordinator)
    answer(survey, fiction)


def enter(survey: Survey, name: str, day: date, by: User) -> None:
    """One line of the journal, as if it had been written that day."""
    rule = TRANSITIONS[name]
    at = timezone.make_aware(datetime.combine(day, time(9)))
    (source,) = rule.sources
    SurveyEntry.objects.create(
        survey=survey, transition=name, source=source, target=rule.target, by=by, at=at
    )
    Survey.objects.filter(pk=survey.pk).update(state_since=at)


def answer(survey: Survey, fiction: Fiction) -> None:
    form = read(survey.questionnaire)
    speakers = Draw(fiction.slug).chance.sample(range(fiction.size), fiction.texts)
    responses, coded = [], []
    for number in range(fiction.size):
        seed = f"{fiction.slug}:{number}"
        answers = fiction.answers(seed, number in speakers)
        id = uuid5(NAMESPACE_URL, f"aict-eco:demo:response:{seed}")
        responses.append(Response(id=id, survey=survey, answers=answers))
        codes = encode(form, answers)
        coded.append(CodedResponse(response_id=id, survey=survey, codes=codes))
    Response.objects.bulk_create(responses)
    CodedResponse.objects.bulk_create(coded)
