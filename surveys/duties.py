"""The next thing to do of a survey: why now, and where. Rooms above register theirs in `ready()`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from aict.ui.dates import long_date
from aict.ui.numbers import count
from surveys import opening
from surveys.models import State, Survey


@dataclass(frozen=True)
class Duty:
    """A sentence or two, then a button and its address; no button when there is only to wait."""

    text: str
    label: str = ""
    address: str = ""


Find = Callable[[Survey], Duty | None]
# (state, rank, what looks for it): the first that finds something is told.
DUTIES: list[tuple[str, int, Find]] = []


def register(state: str, rank: int, find: Find) -> None:
    DUTIES.append((state, rank, find))


def at(name: str, survey: Survey, *more: str) -> str:
    return reverse(name, args=[survey.slug, *more])


def next_of(survey: Survey) -> Duty | None:
    mine = sorted(
        ((rank, find) for state, rank, find in DUTIES if state == survey.state),
        key=lambda duty: duty[0],
    )
    return next((duty for _rank, find in mine if (duty := find(survey))), None)


def deadline(survey: Survey) -> str:
    """« Dernier jour : 13 décembre 2026, dans 21 jours. », while it counts."""
    day = survey.closes_on
    if survey.state not in {State.DRAFT, State.OPEN}:
        return ""
    if day is None:
        return "Aucun dernier jour : elle restera ouverte jusqu’à ce que vous la closiez."
    left = (day - timezone.localdate()).days
    when = {0: "aujourd’hui", 1: "demain"}.get(left, f"dans {count(left, 'jour')}")
    return f"Dernier jour : {long_date(day)}, {when if left >= 0 else 'passé'}."


def lacks(survey: Survey) -> Duty | None:
    if not opening.problems(survey):
        return None
    if opening.over(survey.closes_on):
        return Duty(
            "Sa date de clôture est passée : elle ne peut pas ouvrir.",
            "Changer les réglages",
            at("surveys:settings", survey),
        )
    return Duty(
        "Le questionnaire empêche d’ouvrir : voyez pourquoi plus bas.",
        "Reprendre le questionnaire",
        at("surveys:questionnaire", survey),
    )


def open_it(survey: Survey) -> Duty:
    asked = count(sum(1 for _ in survey.form.questions()), "question")
    return Duty(
        f"{asked}, une promesse : relisez l’aperçu comme si vous répondiez, puis ouvrez. Dès la première "
        "réponse, les questions et la promesse ne changent plus.",
        "Ouvrir l’enquête",
        at("surveys:change", survey, "open"),
    )


def close_it(survey: Survey) -> Duty | None:
    if survey.is_open:
        return None
    return Duty(
        "Le dernier jour est passé : plus personne ne peut répondre. Elle se clôt d’elle-même cette nuit, "
        "ou maintenant si vous voulez lire les réponses.",
        "Clore l’enquête",
        at("surveys:change", survey, "close"),
    )


def wait(survey: Survey) -> Duty:
    n = survey.responses.sent().count()
    return Duty(
        f"{count(n, 'réponse reçue', 'réponses reçues')}. Rien ne presse : laissez répondre. Les résultats "
        "se lisent une fois l’enquête close."
    )


register(State.DRAFT, 10, lacks)
register(State.DRAFT, 90, open_it)
register(State.OPEN, 10, close_it)
register(State.OPEN, 90, wait)
