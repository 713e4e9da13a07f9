"""Where a column may go: a question, one of its rows or options, a rank."""

from collections.abc import Iterator
from dataclasses import dataclass

from aict.territories.names import normalise
from surveys.questionnaire.layout import most
from surveys.questionnaire.structure import Kind, Option, Question, Questionnaire

# Who answered; in named surveys only.
TERRITORY, SERVICE = "@collectivite", "@service"
# The option that people specify: what they write beside it is not taken.
OTHER = "autre"
WHO = {TERRITORY: "Collectivité qui répond", SERVICE: "Service qui répond"}
CHOSEN = {Kind.SINGLE, Kind.BANDS, Kind.SCALE, Kind.MULTIPLE, Kind.MATRIX, Kind.RANKING}


@dataclass(frozen=True)
class Target:
    """`key` is « q1 », « q7/promotion » (a row, an option) or « q16#1 » (first in a ranking)."""

    key: str
    label: str
    question: Question | None = None
    item: Option | None = None
    rank: int = 0

    @property
    def is_chosen(self) -> bool:
        """Whether only known words go there: nothing personal can."""
        return self.question is not None and self.question.kind in CHOSEN

    @property
    def is_text(self) -> bool:
        return self.question is not None and self.question.kind is Kind.TEXT


def targets(form: Questionnaire, named: bool) -> dict[str, Target]:
    """In the order of the questionnaire."""
    found = [Target(key, label) for key, label in WHO.items()] if named else []
    for question in form.questions():
        found += of_question(question)
    return {target.key: target for target in found}


def of_question(question: Question) -> Iterator[Target]:
    name = question.short or question.label
    if question.kind is not Kind.MATRIX:
        yield Target(question.id, name, question)
    for item in question.items:
        yield Target(f"{question.id}/{item.id}", f"{name} – {item.label}", question, item)
    if question.kind is Kind.RANKING:
        for rank in range(1, most(question) + 1):
            yield Target(f"{question.id}#{rank}", f"{name} – rang {rank}", question, rank=rank)


def names(every: dict[str, Target]) -> dict[str, str]:
    """{normalised heading: target}: identifiers, labels, short labels, in either order."""
    found: dict[str, str] = {}
    # « Service » is the question so called, when there is one, rather than who answers.
    for key, target in sorted(every.items(), key=lambda item: item[1].question is None):
        for name in names_of(target):
            found.setdefault(normalise(name), key)
    found.pop("", None)
    return found


def names_of(target: Target) -> Iterator[str]:
    yield from (target.key, target.label)
    question = target.question
    if question is None:
        return
    asked = (question.id, question.label, question.short or question.label)
    if target.item:
        if target.item.id == OTHER:
            yield from (f"{name} other" for name in asked)
        for name in asked:
            yield f"{name} {target.item.label}"
            yield f"{name} {target.item.id}"
            yield f"{target.item.label} {name}"
    elif target.rank:
        for name in asked:
            yield from (f"{name} {word} {target.rank}" for word in ("", "rang", "rank", "choix"))
    else:
        yield from asked
