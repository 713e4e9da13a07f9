"""A questionnaire told to people: its numbering, its types, its conditions."""

from dataclasses import dataclass

from surveys.editing.changes import LISTS, name_of, paired
from surveys.questionnaire.clauses import clause
from surveys.questionnaire.layout import most
from surveys.questionnaire.structure import Condition, Kind, Question, Questionnaire, Section

KINDS = {
    Kind.SINGLE: "Une réponse",
    Kind.BANDS: "Une tranche",
    Kind.SCALE: "Une échelle",
    Kind.MULTIPLE: "Plusieurs réponses",
    Kind.MATRIX: "Un tableau : une réponse par ligne",
    Kind.RANKING: "Un classement",
    Kind.NUMBER: "Un nombre",
    Kind.TEXT: "Un texte libre",
    Kind.TERRITORY: "Une collectivité",
}


@dataclass(frozen=True)
class Told:
    """A question, its number on screen, when it is asked and how it is answered (in words), and
    which of its lists (« options », « rows ») it shares with a question read beside it."""

    number: int
    question: Question
    when: str
    how: str
    shared: frozenset[str]


def sections_of(form: Questionnaire) -> list[tuple[Section, list[Told]]]:
    numbers = {asked.id: place for place, asked in enumerate(form.questions(), 1)}
    return [
        (
            section,
            [told(form, q, numbers[q.id]) for q in section.questions],
        )
        for section in form.sections
    ]


def told(form: Questionnaire, asked: Question, number: int) -> Told:
    shared = (kind for kind in LISTS if any(paired(asked, q, kind) for q in form.questions()))
    return Told(number, asked, when(form, asked.condition), how(asked), frozenset(shared))


def how(asked: Question) -> str:
    if asked.kind is Kind.RANKING:
        return f"Un classement, {most(asked)} réponses au plus"
    if asked.kind is Kind.MULTIPLE and asked.most:
        return f"{most(asked)} réponses au plus"
    if asked.kind is Kind.TEXT:
        return f"Un texte libre, {asked.length} signes au plus"
    return KINDS[asked.kind]


def when(form: Questionnaire, condition: Condition | None) -> str:
    """« posée si… », or nothing when it is always asked."""
    return f"posée si l’on répond {clause(form, condition, name_of)}" if condition else ""
