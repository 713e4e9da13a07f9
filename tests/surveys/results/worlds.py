"""Answers by the thousand without a database, and counts of them as aggregate.py makes."""

from random import Random

from surveys.questionnaire.layout import Column, columns, encode
from surveys.questionnaire.reading import SCHEMA, read
from surveys.questionnaire.structure import Kind, Question, Questionnaire
from surveys.results import aggregate
from surveys.results.checking import Report, check
from surveys.results.pooling import K
from surveys.results.publishing import Published, publish
from surveys.results.sets import Sets
from surveys.results.tables import Table


def options(count: int, **last) -> list[dict]:
    made = [{"id": f"o{n}", "label": f"Option {n}"} for n in range(1, count + 1)]
    made[-1] |= last
    return made


def asked(id: str, type: str, **told) -> dict:
    return {"id": id, "type": type, "label": f"Question {id} ?"} | told


def form(groups: int = 6, choices: int = 6, most: int = 0) -> Questionnaire:
    """One question of each kind, two profiles, two conditions, an option that goes alone."""
    rows = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    limit = {"most": most} if most else {}
    questions = [
        asked("level", "single", options=options(groups), crossing="level"),
        asked("size", "bands", options=options(groups), crossing="population"),
        asked("one", "single", options=options(choices)),
        asked(
            "after",
            "single",
            options=options(3),
            condition={"question": "one", "in": ["o1", "o2"]},
        ),
        asked("step", "scale", options=options(5)),
        asked("some", "multiple", options=options(choices, exclusive=True), **limit),
        asked("best", "ranking", options=options(choices), most=3),
        asked("grid", "matrix", options=options(4), rows=rows),
        asked("then", "multiple", options=options(4), condition={"question": "some", "in": ["o1"]}),
        asked("words", "text", published=False),
    ]
    section = {"id": "un", "title": "Un", "questions": questions}
    return read({"$schema": SCHEMA, "title": "Essai", "sections": [section]})


def answer(question: Question, chance: Random, skew: float, silence: float) -> object:
    if chance.random() < silence:
        return None
    ids = [option.id for option in question.options]
    weights = [skew**place for place in range(len(ids))]
    if question.kind is Kind.MATRIX:
        return {row.id: chance.choices(ids, weights)[0] for row in question.rows}
    if question.kind in {Kind.SINGLE, Kind.BANDS, Kind.SCALE}:
        return chance.choices(ids, weights)[0]
    if question.kind is Kind.TEXT:
        return "des mots"
    wanted = chance.randint(1, question.most or 3)
    found = list(dict.fromkeys(chance.choices(ids, weights, k=wanted)))
    alone = [o.id for o in question.options if o.exclusive and o.id in found]
    return alone[:1] or found


def rows(made: Questionnaire, n: int, seed: int, skew: float = 0.6, silence: float = 0.03):
    """The codes of n responses."""
    chance = Random(seed)
    found = []
    for _ in range(n):
        said = {q.id: answer(q, chance, skew, silence) for q in made.questions()}
        found.append(encode(made, {id: value for id, value in said.items() if value}))
    return found


class Counted:
    """What counts these codes, as `aggregate.tables` counts those of the database."""

    def __init__(self, made: Questionnaire, codes: list[list[int]]):
        named: dict[str, list[Column]] = {}
        for column in columns(made):
            named.setdefault(column.question, []).append(column)
        by_column = list(zip(*codes, strict=True))
        lows = [bytes(code & 255 for code in column) for column in by_column]
        highs = [bytes(code >> 8 & 255 for code in column) for column in by_column]
        self.sets = Sets(named, lows, highs)

    def __call__(self, question: str, crossing: str = "") -> list[Table]:
        across = self.sets.columns[crossing][0] if crossing else None
        found = self.sets.columns[question]
        return [aggregate.table(self.sets, column, across) for column in found]


def published(made: Questionnaire, codes: list[list[int]], k: int = K) -> Published:
    told = Published()
    for _ in publish(made, Counted(made, codes), told, k):
        pass
    return told


def checked(made: Questionnaire, told: Published) -> Report:
    return check(made, told.tables, told.known)
