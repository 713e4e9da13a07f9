"""Changes of a questionnaire: each takes one and gives another, or refuses with a French sentence.

Two questions that are read side by side share their lists: what changes in one changes in the other."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from django.utils.text import slugify

from aict.moderation.readiness import Refused
from surveys.questionnaire.reading import RESERVED, problems
from surveys.questionnaire.structure import Option, Question, Questionnaire, Section

Options = tuple[Option, ...]
LISTS = ("options", "rows")


def checked(form: Questionnaire) -> Questionnaire:
    """The same. Raises Refused when it could not be answered or counted."""
    known: set[str] = set()
    for asked in form.questions():
        for other in sorted(needed_by(asked) - known):
            raise Refused(
                f"« {name_of(asked)} » dépend de « {name_of(form.question(other))} » : "
                "elle doit rester après elle."
            )
        known.add(asked.id)
    if found := next(problems(form), ""):
        raise Refused(found)
    return form


def name_of(asked: Question) -> str:
    return asked.short or asked.label


def needed_by(asked: Question) -> set[str]:
    tests = asked.condition.tests() if asked.condition else ()
    return {test.question for test in tests} | ({asked.against} - {""})


def each(form: Questionnaire, change: Callable[[Question], Question]) -> Questionnaire:
    return replace(
        form,
        sections=tuple(
            replace(one, questions=tuple(change(asked) for asked in one.questions))
            for one in form.sections
        ),
    )


def retell_whole(form: Questionnaire, told: dict[str, Any]) -> Questionnaire:
    return replace(form, **told)


def retell_section(form: Questionnaire, id: str, title: str, help: str) -> Questionnaire:
    sections = (
        replace(one, title=title, help=help) if one.id == id else one for one in form.sections
    )
    return replace(form, sections=tuple(sections))


def retell(
    form: Questionnaire, id: str, told: dict, labels: dict[str, dict[str, str]]
) -> Questionnaire:
    """`told`: fields of the question; `labels`: for « options » and « rows », new words by id."""
    here = form.question(id)

    def change(asked: Question) -> Question:
        made = replace(asked, **told) if asked.id == id else asked
        for kind in LISTS:
            if asked.id == id or paired(here, asked, kind):
                items = relabelled(getattr(here, kind), getattr(asked, kind), labels.get(kind, {}))
                made = with_list(made, kind, items)
        return made

    return each(form, change)


def relabelled(before: Options, items: Options, labels: dict[str, str]) -> Options:
    """Words of a paired list change only where they were the same."""
    old = {item.id: item.label for item in before}
    return tuple(
        replace(item, label=labels[item.id])
        if item.id in labels and item.label == old[item.id]
        else item
        for item in items
    )


def paired(one: Question, other: Question, kind: str) -> bool:
    """Whether they are read side by side and share this list."""
    linked = one.against == other.id or other.against == one.id
    return linked and ids(getattr(one, kind)) == ids(getattr(other, kind))


def ids(items: Iterable[Option]) -> list[str]:
    return [item.id for item in items]


def relist(
    form: Questionnaire, id: str, kind: str, change: Callable[[Options], Options]
) -> Questionnaire:
    """Change the list `kind` of the question, and the same list of those read beside it."""
    here = form.question(id)
    return each(
        form,
        lambda asked: (
            with_list(asked, kind, change(getattr(asked, kind)))
            if asked.id == id or paired(here, asked, kind)
            else asked
        ),
    )


def with_list(asked: Question, kind: str, items: Options) -> Question:
    changed: dict[str, Any] = {kind: items}
    return replace(asked, **changed)


def move_item(form: Questionnaire, id: str, kind: str, item: str, step: int) -> Questionnaire:
    def moved(items: Options) -> Options:
        place = ids(items).index(item) if item in ids(items) else -1
        there = place + step
        if place < 0 or not 0 <= there < len(items):
            return items
        found = list(items)
        found[place], found[there] = found[there], found[place]
        return tuple(found)

    return relist(form, id, kind, moved)


def add_item(form: Questionnaire, id: str, kind: str, label: str) -> Questionnaire:
    asked = form.question(id)
    if not getattr(asked, kind):
        raise Refused("Ce type de question n’a pas cette liste.")
    taken = {*ids(asked.options), *ids(asked.rows), *RESERVED}
    base = slugify(label)[:50].strip("-_") or "option"
    names = (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3)))
    made = Option(next(name for name in names if name not in taken), label)
    return relist(form, id, kind, lambda items: (*items, made))


def remove_item(form: Questionnaire, id: str, kind: str, item: str) -> Questionnaire:
    for asked in form.questions():
        tests = asked.condition.tests() if asked.condition else ()
        if any(t.question == id and (item == t.row or item in t.values) for t in tests):
            raise Refused(
                f"« {name_of(asked)} » n’est posée que selon cette réponse : elle ne se retire pas."
            )
    lacking = len(getattr(form.question(id), kind)) <= (2 if kind == "options" else 1)
    if lacking:
        raise Refused("Il n’en resterait pas assez : ajoutez-en une autre d’abord.")
    return relist(form, id, kind, lambda items: tuple(i for i in items if i.id != item))


def remove_question(form: Questionnaire, id: str) -> Questionnaire:
    """With its section when it was alone there."""
    for asked in form.questions():
        if id in needed_by(asked):
            raise Refused(f"« {name_of(asked)} » a besoin de cette question : retirez-la d’abord.")
    left = (
        replace(one, questions=tuple(asked for asked in one.questions if asked.id != id))
        for one in form.sections
    )
    sections = tuple(one for one in left if one.questions)
    if not sections:
        raise Refused("C’est la dernière question : un questionnaire en garde au moins une.")
    return replace(form, sections=sections)


def move_question(form: Questionnaire, id: str, step: int) -> Questionnaire:
    """One place up (-1) or down (+1); at the edge of its section, into the next one."""
    place = next(i for i, one in enumerate(form.sections) if id in {q.id for q in one.questions})
    here = form.sections[place]
    spot = [q.id for q in here.questions].index(id)
    asked = here.questions[spot]
    if 0 <= spot + step < len(here.questions):
        found = list(here.questions)
        found[spot], found[spot + step] = found[spot + step], found[spot]
        return with_sections(form, {place: tuple(found)})
    if not 0 <= place + step < len(form.sections):
        return form
    if len(here.questions) == 1:
        raise Refused(f"La section « {here.title} » n’aurait plus de question.")
    there: Section = form.sections[place + step]
    left = tuple(q for q in here.questions if q.id != id)
    joined = (*there.questions, asked) if step < 0 else (asked, *there.questions)
    return with_sections(form, {place: left, place + step: joined})


def with_sections(form: Questionnaire, changed: dict[int, tuple[Question, ...]]) -> Questionnaire:
    sections = (
        replace(one, questions=changed[place]) if place in changed else one
        for place, one in enumerate(form.sections)
    )
    return replace(form, sections=tuple(sections))
