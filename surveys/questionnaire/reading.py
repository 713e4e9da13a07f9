"""The JSON file of a questionnaire, read with care. docs/questionnaire.md tells it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from surveys.questionnaire.checking import RESERVED, problems
from surveys.questionnaire.structure import (
    Condition,
    Crossing,
    Kind,
    Option,
    Question,
    Questionnaire,
    Section,
    Test,
)
from surveys.questionnaire.writing import SCHEMA, write

__all__ = ["LONGEST", "RESERVED", "SCHEMA", "UnreadableError", "problems", "read", "write"]

ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,58}[a-z0-9])?")
# Characters that no text of a questionnaire may hold: the database refuses some, nobody types them.
REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
# Characters of each text at most.
LONGEST = {
    "title": 200,
    "label": 600,
    "option": 300,
    "help": 1000,
    "short": 120,
    "introduction": 3000,
    "notice": 1000,
    "unit": 30,
}
# What each object of the file may say.
WHOLE = {"$schema", "title", "introduction", "notice", "minutes", "sections"}
SECTION = {"id", "title", "help", "questions"}
QUESTION = {
    *("id", "type", "label", "help", "short", "required", "options", "rows", "most", "low", "high"),
    *("unit", "bands", "length", "condition", "crossing", "published", "against", "chart"),
}
OPTION = {"id", "label", "need", "category", "exclusive"}
DEEPEST = 5


class UnreadableError(Exception):
    """One French sentence: what is wrong in the file, and where."""


def read(data: Any) -> Questionnaire:
    """The questionnaire that decoded JSON describes. Raises UnreadableError."""
    if not isinstance(data, dict) or data.get("$schema") != SCHEMA:
        raise UnreadableError(f"Ce fichier n’annonce pas le format « {SCHEMA} ».")
    known(data, WHOLE)
    made = Questionnaire(
        title=text(data, "title"),
        introduction=words(data, "introduction"),
        notice=words(data, "notice"),
        minutes=number(data, "minutes", 0, 600),
        sections=tuple(section(item, n) for n, item in enumerate(items(data, "sections"), 1)),
    )
    if problem := next(problems(made), ""):
        raise UnreadableError(problem)
    return made


def shown(name: Any) -> str:
    """What the file calls something, as a message may repeat it; "" when it is no name."""
    return f"« {REFUSED.sub('', name)[:60]} »" if isinstance(name, str) else ""


@contextmanager
def at(where: str) -> Iterator[None]:
    """What is wrong inside is told with its place in the file."""
    try:
        yield
    except UnreadableError as error:
        raise UnreadableError(f"{where} : {error}") from error


def known(data: Any, names: set[str]) -> dict:
    if not isinstance(data, dict):
        raise UnreadableError("il faut ici un objet, entre accolades.")
    if unknown := sorted(set(data) - names):
        raise UnreadableError(f"{shown(unknown[0])} n’a pas de sens ici.")
    return data


def words(data: dict, name: str, most: int = 0) -> str:
    value = data.get(name, "")
    most = most or LONGEST[name]
    if not isinstance(value, str) or len(value) > most:
        raise UnreadableError(f"« {name} » doit être un texte de {most} signes au plus.")
    if REFUSED.search(value):
        raise UnreadableError(f"« {name} » contient un caractère invisible interdit.")
    return value


def text(data: dict, name: str, most: int = 0) -> str:
    value = words(data, name, most)
    if not value.strip():
        raise UnreadableError(f"il manque « {name} », un texte non vide.")
    return value


def items(data: dict, name: str, needed: bool = True) -> list:
    value = data.get(name, None if needed else [])
    if not isinstance(value, list):
        raise UnreadableError(f"« {name} » doit être une liste, entre crochets.")
    return value


def flag(data: dict, name: str, usual: bool) -> bool:
    value = data.get(name, usual)
    if not isinstance(value, bool):
        raise UnreadableError(f"« {name} » vaut true ou false.")
    return value


def number(data: dict, name: str, usual: int, most: int) -> int:
    value = data.get(name, usual)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise UnreadableError(f"« {name} » doit être un nombre entier, de 0 à {most}.")
    return value


def quantity(value: Any, name: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= 1e12:
        raise UnreadableError(f"« {name} » doit être un nombre.")
    return value


def identifier(data: dict, name: str = "id") -> str:
    value = data.get(name)
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise UnreadableError(
            f"« {name} » doit être fait de minuscules sans accent, de chiffres et de tirets."
        )
    return value


def section(data: Any, place: int) -> Section:
    with at(f"Section {place}"):
        known(data, SECTION)
        return Section(
            id=identifier(data),
            title=text(data, "title"),
            help=words(data, "help"),
            questions=tuple(question(one, n) for n, one in enumerate(items(data, "questions"), 1)),
        )


def question(data: Any, place: int) -> Question:
    name = data.get("id") if isinstance(data, dict) else None
    with at(f"question {place}" + (f" ({told})" if (told := shown(name)) else "")):
        known(data, QUESTION)
        return Question(
            id=identifier(data),
            kind=Kind(among(data, "type", set(Kind))),
            label=text(data, "label"),
            help=words(data, "help"),
            short=words(data, "short"),
            required=flag(data, "required", False),
            published=flag(data, "published", True),
            options=tuple(option(one, "option") for one in items(data, "options", False)),
            rows=tuple(option(one, "ligne") for one in items(data, "rows", False)),
            condition=read_condition(data["condition"]) if data.get("condition") else None,
            crossing=Crossing(among(data, "crossing", set(Crossing)))
            if data.get("crossing")
            else None,
            against=identifier(data, "against") if data.get("against") else "",
            chart=identifier(data, "chart") if data.get("chart") else "",
            **measures(data),
        )


def measures(data: dict) -> dict[str, Any]:
    """What bounds an answer."""
    return {
        "most": number(data, "most", 0, 400),
        "unit": words(data, "unit"),
        "length": number(data, "length", 500, 2000),
        "low": quantity(data["low"], "low") if "low" in data else None,
        "high": quantity(data["high"], "high") if "high" in data else None,
        "bands": tuple(quantity(edge, "bands") for edge in items(data, "bands", False)),
    }


def among(data: dict, name: str, allowed: set[str]) -> str:
    value = data.get(name)
    if not isinstance(value, str) or value not in allowed:
        told = ", ".join(sorted(allowed))
        raise UnreadableError(f"« {name} » doit être l’un de ceux-ci : {told}.")
    return value


def option(data: Any, what: str) -> Option:
    name = data.get("id") if isinstance(data, dict) else None
    with at(f"{what} {told}" if (told := shown(name)) else f"une {what}"):
        known(data, OPTION)
        return Option(
            id=identifier(data),
            label=text(data, "label", LONGEST["option"]),
            need=identifier(data, "need") if data.get("need") else "",
            category=identifier(data, "category") if data.get("category") else "",
            exclusive=flag(data, "exclusive", False),
        )


def read_condition(data: Any) -> Condition:
    with at("sa condition"):
        made = part(data, 0)
        return made if isinstance(made, Condition) else Condition((made,))


def part(data: Any, depth: int) -> Condition | Test:
    if depth > DEEPEST:
        raise UnreadableError(f"elle compte plus de {DEEPEST} niveaux.")
    for word, every in (("all", True), ("any", False)):
        if isinstance(data, dict) and word in data:
            known(data, {word})
            parts = tuple(part(one, depth + 1) for one in items(data, word))
            if not parts:
                raise UnreadableError(f"« {word} » ne contient rien.")
            return Condition(parts, every)
    known(data, {"question", "row", "in"})
    values = items(data, "in")
    if not all(isinstance(value, str) for value in values):
        raise UnreadableError("« in » énumère des identifiants d’options.")
    row = identifier(data, "row") if data.get("row") else ""
    return Test(identifier(data, "question"), tuple(values), row)
