"""The JSON file of a questionnaire, read with care and written back the same. docs/questionnaire.md tells it."""

import re
from collections.abc import Iterator
from typing import Any

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

SCHEMA = "aict-eco/questionnaire/1"
ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,58}[a-z0-9])?")
# What is said only when it is not the usual.
TOLD = ("help", "short", "unit", "chart", "against", "low", "high", "most")
MOST_COLUMNS = 400


class UnreadableError(Exception):
    """One French sentence: what is wrong in the file, and where."""


def read(data: Any) -> Questionnaire:
    """The questionnaire that decoded JSON describes. Raises UnreadableError."""
    if not isinstance(data, dict) or data.get("$schema") != SCHEMA:
        raise UnreadableError(f"Ce fichier n’annonce pas le format « {SCHEMA} ».")
    try:
        made = Questionnaire(
            title=text(data, "title"),
            introduction=data.get("introduction", ""),
            notice=data.get("notice", ""),
            minutes=int(data.get("minutes", 0)),
            sections=tuple(section(item) for item in data["sections"]),
        )
    except KeyError as error:
        raise UnreadableError(f"Il manque « {error.args[0]} » dans le fichier.") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise UnreadableError(f"Une valeur n’a pas la forme attendue ({error}).") from error
    if problem := next(problems(made), ""):
        raise UnreadableError(problem)
    return made


def text(data: dict, name: str) -> str:
    value = data[name]
    if not isinstance(value, str) or not value.strip() or len(value) > 2000:
        raise UnreadableError(f"« {name} » doit être un texte non vide, de 2 000 signes au plus.")
    return value


def identifier(data: dict) -> str:
    value = data["id"]
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise UnreadableError(
            f"L’identifiant « {value} » n’est pas fait de minuscules, de chiffres et de tirets."
        )
    return value


def section(data: dict) -> Section:
    return Section(
        id=identifier(data),
        title=text(data, "title"),
        help=data.get("help", ""),
        questions=tuple(question(item) for item in data["questions"]),
    )


def question(data: dict) -> Question:
    condition = data.get("condition")
    crossing = data.get("crossing")
    return Question(
        id=identifier(data),
        kind=Kind(data["type"]),
        label=text(data, "label"),
        required=bool(data.get("required", False)),
        published=bool(data.get("published", True)),
        options=tuple(option(item) for item in data.get("options", [])),
        rows=tuple(option(item) for item in data.get("rows", [])),
        bands=tuple(data.get("bands", [])),
        length=int(data.get("length", 500)),
        condition=read_condition(condition) if condition else None,
        crossing=Crossing(crossing) if crossing else None,
        **{name: data[name] for name in TOLD if name in data},
    )


def option(data: dict) -> Option:
    return Option(
        id=identifier(data),
        label=text(data, "label"),
        need=data.get("need", ""),
        category=data.get("category", ""),
        exclusive=bool(data.get("exclusive", False)),
    )


def read_condition(data: dict) -> Condition:
    for word, every in (("all", True), ("any", False)):
        if word in data:
            return Condition(tuple(part(item) for item in data[word]), every)
    return Condition((part(data),))


def part(data: dict) -> Condition | Test:
    if "all" in data or "any" in data:
        return read_condition(data)
    return Test(data["question"], tuple(data["in"]), data.get("row", ""))


def problems(made: Questionnaire) -> Iterator[str]:
    """French sentences: what would make this questionnaire impossible to answer or to count."""
    known: dict[str, Question] = {}
    places = [section.id for section in made.sections]
    if not places or len(places) != len(set(places)):
        yield "Il faut au moins une section, et chacune a son propre identifiant."
    for asked in made.questions():
        if asked.id in known:
            yield f"Deux questions portent l’identifiant « {asked.id} »."
        yield from of_question(asked, known)
        known[asked.id] = asked
    if not known:
        yield "Ce questionnaire n’a aucune question."
    roles = [asked.crossing for asked in known.values() if asked.crossing]
    if len(roles) != len(set(roles)):
        yield "Deux questions servent au même croisement."
    if sum(len(asked.items) or 1 for asked in known.values()) > MOST_COLUMNS:
        yield f"Ce questionnaire compte plus de {MOST_COLUMNS} réponses à donner : réduisez-le."


def of_question(asked: Question, before: dict[str, Question]) -> Iterator[str]:
    where = f"Question « {asked.id} »"
    chosen = asked.kind not in {Kind.NUMBER, Kind.TEXT, Kind.TERRITORY}
    for words, items in (("options", asked.options), ("lignes", asked.rows)):
        if len({item.id for item in items}) != len(items):
            yield f"{where} : deux {words} portent le même identifiant."
    if chosen and len(asked.options) < 2:
        yield f"{where} : il faut au moins deux options."
    if not chosen and asked.options:
        yield f"{where} : ce type de question n’a pas d’options."
    if (asked.kind is Kind.MATRIX) != bool(asked.rows):
        yield f"{where} : les lignes vont avec une matrice, et elle seule."
    if asked.crossing and asked.kind not in {Kind.SINGLE, Kind.BANDS}:
        yield f"{where} : on ne croise que par une question à réponse unique."
    if asked.kind is Kind.TEXT and not 1 <= asked.length <= 2000:
        yield f"{where} : une réponse libre compte de 1 à 2 000 signes."
    if list(asked.bands) != sorted(set(asked.bands)):
        yield f"{where} : les tranches doivent aller en croissant."
    if asked.against and asked.against not in before:
        yield f"{where} : elle se lit à côté de « {asked.against} », qui n’est pas posée avant elle."
    if asked.condition:
        for test in asked.condition.tests():
            yield from of_test(where, test, before.get(test.question))


def of_test(where: str, test: Test, asked: Question | None) -> Iterator[str]:
    if asked is None:
        yield f"{where} : sa condition porte sur « {test.question} », qui n’est pas posée avant elle."
        return
    if asked.kind not in {Kind.SINGLE, Kind.BANDS, Kind.SCALE, Kind.MULTIPLE, Kind.MATRIX}:
        yield f"{where} : une condition ne porte que sur des réponses choisies."
    if (asked.kind is Kind.MATRIX) != bool(test.row) or (
        test.row and test.row not in {row.id for row in asked.rows}
    ):
        yield f"{where} : la ligne nommée par sa condition n’existe pas."
    unknown = set(test.values) - {option.id for option in asked.options}
    if unknown or not test.values:
        yield f"{where} : sa condition attend une réponse qui n’existe pas."


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
