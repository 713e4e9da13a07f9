"""The JSON of a questionnaire, which `reading.read` gives back equal. docs/questionnaire.md tells it."""

from typing import Any

from surveys.questionnaire.structure import (
    Condition,
    Kind,
    Option,
    Question,
    Questionnaire,
    Section,
    Test,
)

SCHEMA = "aict-eco/questionnaire/1"
# What is said only when it is not the usual.
TOLD = ("help", "short", "unit", "chart", "against", "low", "high", "most")


def write(made: Questionnaire) -> dict:
    """The JSON of this questionnaire, which `read` gives back equal."""
    told = {"$schema": SCHEMA, "title": made.title}
    told |= {
        name: getattr(made, name)
        for name in ("introduction", "notice", "minutes")
        if getattr(made, name)
    }
    return told | {"sections": [written_section(item) for item in made.sections]}


def written_section(item: Section) -> dict:
    help = {"help": item.help} if item.help else {}
    questions = [written_question(asked) for asked in item.questions]
    return {"id": item.id, "title": item.title, **help, "questions": questions}


def written_question(asked: Question) -> dict:
    told: dict[str, Any] = {"id": asked.id, "type": asked.kind.value, "label": asked.label}
    usual = Question("", Kind.SINGLE, "")
    for name in (*TOLD, "required", "published", "length"):
        if getattr(asked, name) != getattr(usual, name):
            told[name] = getattr(asked, name)
    for name in ("options", "rows"):
        if items := getattr(asked, name):
            told[name] = [written_option(item) for item in items]
    if asked.bands:
        told["bands"] = list(asked.bands)
    if asked.condition:
        told["condition"] = written_condition(asked.condition)
    return told | ({"crossing": asked.crossing.value} if asked.crossing else {})


def written_option(item: Option) -> dict:
    told = {name: getattr(item, name) for name in ("need", "category", "exclusive")}
    return {"id": item.id, "label": item.label} | {k: v for k, v in told.items() if v}


def written_condition(condition: Condition | Test) -> dict:
    if isinstance(condition, Condition):
        parts = [written_condition(part) for part in condition.parts]
        if len(parts) == 1 and isinstance(condition.parts[0], Test):
            return parts[0]
        return {"all" if condition.every else "any": parts}
    row = {"row": condition.row} if condition.row else {}
    return {"question": condition.question, **row, "in": list(condition.values)}
