"""Figures of an earlier poll, typed on screen or read in a file: checked, then kept whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from django.db import transaction

from aict.imports.lines import UnreadableError
from aict.imports.reading import lines_of
from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.ui.numbers import number
from surveys import gate
from surveys.questionnaire.structure import Question, Questionnaire
from surveys.results.waves.measures import adds_up, comparable, measures
from surveys.results.waves.models import EarlierPoll, PollFigure

HEADER = ("question", "intitulé", "réponse", "libellé", "part")
# Rounded shares may go a little beyond.
WHOLE = Decimal("101")
Typed = dict[tuple[str, str], str]
Figures = dict[tuple[str, str], Decimal]


def field(question: str, item: str) -> str:
    return f"{question}.{item}"


def typed_in(form: Questionnaire, data: Mapping[str, str]) -> Typed:
    return {
        (question.id, one.id): data.get(field(question.id, one.id), "")[:20].strip()
        for question in comparable(form)
        for one in measures(question)
    }


def checked(form: Questionnaire, typed: Typed) -> tuple[Figures, dict[str, str]]:
    """The figures, and what is wrong: a French sentence by field."""
    found: Figures = {}
    wrong: dict[str, str] = {}
    for (question, item), text in typed.items():
        if text:
            try:
                found[question, item] = share_of(text)
            except ValueError as why:
                wrong[field(question, item)] = str(why)
    for asked in comparable(form):
        if problem := too_much(asked, found):
            wrong[field(asked.id, measures(asked)[0].id)] = problem
    return found, wrong


def share_of(text: str) -> Decimal:
    try:
        value = Decimal(text.replace("%", "").replace("\u202f", "").replace(",", ".").strip())
    except InvalidOperation:
        raise ValueError(
            f"« {text} » n’est pas un nombre : écrivez par exemple 42 ou 42,5."
        ) from None
    if not value.is_finite() or not 0 <= value <= 100:
        raise ValueError(f"« {text} » n’est pas une part : elle va de 0 à 100.")
    return round(value, 1)


def too_much(question: Question, found: Figures) -> str:
    total = sum(share for (asked, _), share in found.items() if asked == question.id)
    if adds_up(question) and total > WHOLE:
        return f"Les parts de « {question.short or question.label} » font {number(total, 1)} : plus de 100."
    return ""


@transaction.atomic
def keep(poll: EarlierPoll, found: Figures, version: int) -> None:
    """All the figures of the poll, in place of those it had. Raises Refused when they changed meanwhile."""
    locked = EarlierPoll.objects.select_for_update().get(pk=poll.pk)
    if locked.version != version:
        raise Refused(
            "Quelqu’un a modifié ces chiffres pendant que vous écriviez. Vos valeurs sont gardées "
            "ci-dessous : comparez, puis enregistrez de nouveau."
        )
    locked.figures.all().delete()
    PollFigure.objects.bulk_create(
        PollFigure(poll=locked, question=question, item=item, share=share)
        for (question, item), share in found.items()
    )
    EarlierPoll.objects.filter(pk=poll.pk).update(version=version + 1)
    Clock.tick(gate.KIND)


def rows(form: Questionnaire, typed: Typed) -> Iterator[tuple[str, ...]]:
    """The file to fill in, with what is known already."""
    for question in comparable(form):
        for one in measures(question):
            known = typed.get((question.id, one.id), "")
            yield question.id, question.short or question.label, one.id, one.label, known


def read_file(form: Questionnaire, content: bytes, name: str) -> tuple[Typed, list[str]]:
    """What a file says, and what it says wrong, line by line. Raises UnreadableError."""
    lines = iter(lines_of(content, name))
    head = next(lines, None)
    titles = [cell.strip().lower() for cell in head.cells] if head else []
    if not {"question", "réponse", "part"} <= set(titles):
        raise UnreadableError(
            "Les colonnes « question », « réponse » et « part » sont attendues en première ligne."
        )
    places = [titles.index(title) for title in ("question", "réponse", "part")]
    return matched(form, ((line.number, line.cells) for line in lines), places)


def matched(
    form: Questionnaire, lines: Iterable[tuple[int, list[str]]], places: list[int]
) -> tuple[Typed, list[str]]:
    known = {(question.id, one.id) for question in comparable(form) for one in measures(question)}
    typed: Typed = {}
    wrong = []
    for number_, cells in lines:
        question, item, share = ((cells[p].strip() if p < len(cells) else "") for p in places)
        if not share:
            continue
        if (question, item) not in known:
            wrong.append(
                f"Ligne {number_} : « {question} / {item} » n’est pas de ce questionnaire."
            )
        elif (question, item) in typed:
            wrong.append(f"Ligne {number_} : « {question} / {item} » est déjà dit plus haut.")
        else:
            typed[question, item] = share[:20]
    return typed, wrong
