"""Questions in plain words, for pages of everybody and of those concerned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from aict.ui.dates import long_date
from practices.exchange.models.question import Part, Question, QuestionEntry, State
from practices.exchange.questions.states import TRANSITIONS
from practices.models import Practice

# Days promised, and days after which who is waited on is reminded.
PROMISED, REMINDERS = 15, (15, 30)
MOST_SHOWN = 3
LOOKS = {
    State.ASKED: ("info", "send"),
    State.FORWARDED: ("info", "mail"),
    State.ANSWERED: ("info", "mail-check"),
    State.PUBLISHED: ("success", "check"),
    State.REFUSED: ("warning", "circle-x"),
    State.WITHDRAWN: ("neutral", "undo-2"),
}
WAITED = {
    State.ASKED: "la coordination",
    State.FORWARDED: "l’équipe",
    State.ANSWERED: "la coordination",
}
NEXT = {
    State.ASKED: "La coordination la relit et la transmet à l’équipe, en principe avant le {day}.",
    State.FORWARDED: "L’équipe de la pratique répond, en principe avant le {day}.",
    State.ANSWERED: "La coordination relit la réponse et publie les deux, en principe avant le {day}.",
}
ENTRIES = {"ask": "Question posée", "remind": "Rappel envoyé"}


@dataclass(frozen=True)
class Shown:
    """What a page says of the questions about a practice."""

    practice: Practice
    questions: list[Question]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.questions)

    @property
    def fictional(self) -> bool:
        return any(question.fictional for question in self.questions)


def questions_about(practice: Practice, most: int = MOST_SHOWN) -> Shown:
    """The published questions of `practice` and their answers, the newest first; one query."""
    rows = Question.objects.public().filter(practice=practice).order_by("-state_since", "-pk")
    found = list(
        rows.select_related("territory", "service", "practice__territory", "practice__service")
    )
    return Shown(practice, found[:most], len(found))


@dataclass(frozen=True)
class Wait:
    """Who is waited on, until when; `who` is "" when nobody is."""

    who: str
    until: datetime
    words: str
    late: int


def waited_on(question: Question) -> Wait:
    state = State(question.state)
    until = question.state_since + timedelta(days=PROMISED)
    words = NEXT.get(state, "").format(day=long_date(until))
    late = max((timezone.localdate() - timezone.localdate(until)).days, 0) if words else 0
    return Wait(WAITED.get(state, ""), until, words, late)


def line(question: Question) -> dict:
    """What a list shows of it."""
    tone, icon = LOOKS[State(question.state)]
    return {"it": question, "tone": tone, "icon": icon, "wait": waited_on(question)}


def events(question: Question) -> list[dict]:
    """The journal as components/journal.html wants it; no name of a person."""
    return [
        {
            "title": title_of(entry),
            "by": by(entry),
            "at": entry.at,
            "comment": entry.comment,
            "tone": {"publish": "success", "refuse": "warning"}.get(entry.transition, ""),
        }
        for entry in question.journal.all()
    ]


def title_of(entry: QuestionEntry) -> str:
    rule = TRANSITIONS.get(entry.transition)
    return rule.label if rule else ENTRIES[entry.transition]


def by(entry: QuestionEntry) -> str:
    return {
        Part.TEAM: "par l’équipe",
        Part.COORDINATION: "par la coordination",
        Part.CLOCK: "automatiquement",
    }.get(Part(entry.part), "")
