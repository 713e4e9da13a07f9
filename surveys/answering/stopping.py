"""When what was posted cannot be taken: said in words, with what was typed to read and to copy."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from surveys.answering.saving import save
from surveys.answering.typed import given, present
from surveys.answering.wording import words
from surveys.models import Response, State, Survey


@dataclass(frozen=True)
class Stop:
    """`address`: the name of the page that goes on, which takes the survey's slug; "" for the list."""

    title: str
    text: str
    address: str
    label: str


LOST = Stop(
    "Nous ne retrouvons pas votre réponse",
    "Cet appareil n’a plus votre clé, ou la réponse a été effacée. Reprenez avec votre clé : "
    "ce qui était enregistré vous attend.",
    "surveys:resume",
    "Reprendre avec ma clé",
)
CLOSED = Stop(
    "Cette enquête vient d’être close",
    "Vos réponses ne peuvent plus être envoyées ni changées. Voici ce que vous veniez d’écrire.",
    "surveys:mine",
    "Voir ma réponse",
)
PREPARED = Stop(
    "Le questionnaire est en cours de correction",
    "La coordination l’a repris quelques instants. Revenez plus tard : les réponses aux questions "
    "qui existent encore sont gardées.",
    "",
    "Voir les enquêtes",
)
CHANGED = Stop(
    "Le questionnaire a changé pendant que vous répondiez",
    "Vos réponses aux questions qui existent encore sont gardées. Relisez-les depuis le début "
    "avant d’envoyer.",
    "surveys:start",
    "Continuer",
)


def why(survey: Survey, response: Response | None, stale: bool) -> Stop | None:
    """What keeps this page from being taken; None when nothing does."""
    if response is None:
        return LOST
    if survey.state == State.DRAFT:
        return PREPARED
    if not survey.is_open:
        return CLOSED
    return CHANGED if stale else None


def stale(survey: Survey, data: QueryDict) -> bool:
    return data.get("version") != str(survey.version)


def keep_what_fits(survey: Survey, response: Response, data: QueryDict) -> None:
    """Answers to questions that still exist, though the page was made for other ones."""
    save(response, [q for q in survey.form.questions() if present(q, data)], data)


def stopped(request: HttpRequest, survey: Survey, stop: Stop) -> HttpResponse:
    """409, with what the page held."""
    form = survey.form
    typed = [
        {"label": question.label, "answers": words(question, given(question, request.POST))}
        for question in form.questions()
        if present(question, request.POST)
    ]
    told = {
        "survey": survey,
        "stop": stop,
        "address": reverse(stop.address, args=[survey.slug])
        if stop.address
        else reverse("surveys:list"),
        "typed": [line for line in typed if line["answers"]],
    }
    return render(request, "surveys/answering/stopped.html", told, status=409)
