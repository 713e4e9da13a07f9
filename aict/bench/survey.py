"""A survey of 20,000 answers: its crossings, its public pages, one answer more, a file of them."""

import json
import time
from itertools import product
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from aict.bench.telling import told
from aict.people.models import User
from surveys.answering.keys import new_key
from surveys.answering.saving import save
from surveys.answering.sending import send
from surveys.answering.starting import begin
from surveys.demo.loading import FOLDER
from surveys.demo.needs import answers as drawn
from surveys.models import CodedResponse, Response, State, Survey
from surveys.questionnaire.layout import encode
from surveys.questionnaire.structure import Kind
from surveys.results import aggregate, releasing
from surveys.results.edition import WAYS
from surveys.results.models import Release

SLUG, COUNT, DIFFERENT = "mesures", 20_000, 2_000
CROSSINGS = ("q1", "q2", "q3", "q4")


def ready() -> Survey:
    """The survey, answered and published; made once in each database."""
    found = Survey.objects.filter(slug=SLUG).first()
    return found or made()


@transaction.atomic
def made() -> Survey:
    survey = fresh(SLUG)
    form = survey.form
    said = [drawn(f"mesures:{number}", speaks=False) for number in range(DIFFERENT)]
    coded = [encode(form, answers) for answers in said]
    for start in range(0, COUNT, DIFFERENT):
        ids = [uuid5(NAMESPACE_URL, f"mesures:{start}:{n}") for n in range(DIFFERENT)]
        Response.objects.bulk_create(
            Response(id=id, survey=survey, answers=answers)
            for id, answers in zip(ids, said, strict=True)
        )
        CodedResponse.objects.bulk_create(
            CodedResponse(response_id=id, survey=survey, codes=codes)
            for id, codes in zip(ids, coded, strict=True)
        )
    release = Release.objects.create(survey=survey)
    releasing.carry_out(release)
    Release.objects.filter(survey=survey).update(published_at=timezone.now())
    Survey.objects.filter(pk=survey.pk).update(state=State.PUBLISHED)
    return survey


def fresh(slug: str) -> Survey:
    file = json.loads((FOLDER / "besoins-2024.json").read_text(encoding="utf-8"))
    told = {"title": "Mesures", "summary": "Mesures.", "year": 2026, "open_link": True}
    return Survey.objects.create(slug=slug, questionnaire=file, state=State.OPEN, **told)


def results() -> list[str]:
    """The page of results, then each question by each crossing."""
    survey = ready()
    page = f"/enquetes/{survey.slug}/resultats/"
    asked = [q.id for q in survey.form.questions() if q.kind is not Kind.TEXT and not q.crossing]
    return [page, *(f"{page}{q}/?par={by}" for q, by in product(asked, WAYS.values()))]


def crossing(_author: User, seconds: float) -> str:
    """Every question by every crossing."""
    survey = ready()
    asked = [q.id for q in survey.form.questions() if not q.crossing]
    times: list[float] = []
    until = time.perf_counter() + max(seconds, 1)
    for question, by in product(asked * 500, CROSSINGS):
        began = time.perf_counter()
        aggregate.tables(survey, question, by)
        times.append(time.perf_counter() - began)
        if time.perf_counter() > until:
            break
    return told(
        "croisement de 20 000 réponses", len(times) / sum(times), "tableaux/s", middle(times)
    )


def answer(_author: User, seconds: float) -> str:
    """Whole responses: begun, each page saved, sent. Nothing of them stays."""
    survey = fresh("mesures-reponses")
    form, times = survey.form, []
    until = time.perf_counter() + max(seconds, 1)
    try:
        while (began := time.perf_counter()) < until:
            said = drawn(f"mesures:{len(times)}", speaks=False)
            response = begin(survey, new_key())
            for section in form.sections:
                with transaction.atomic():
                    save(response, section.questions, posted(section, said), section.id)
            send(response, said)
            times.append(time.perf_counter() - began)
    finally:
        survey.delete()
    posts = len(form.sections) + 2
    rate = posts * len(times) / sum(times)
    return told(
        f"réponse : début, {posts - 2} pages, envoi", rate, "envois/s", middle(times) / posts
    )


def middle(times: list[float]) -> float:
    """Milliseconds."""
    return sorted(times)[len(times) // 2] * 1000


def posted(section, said: dict) -> QueryDict:
    """What a browser sends for the plain questions of a page."""
    data = QueryDict(mutable=True)
    for question in section.questions:
        value = said.get(question.id)
        if isinstance(value, str):
            data[question.id] = value
        elif question.kind is Kind.MULTIPLE and value:
            data.setlist(question.id, value)
    return data
