"""All the tables of a release together, against every population that could have given them.

With two in place of five, populations are small enough to be all tried."""

from collections import Counter
from itertools import combinations, combinations_with_replacement
from random import Random

import pytest

from surveys.questionnaire.layout import columns, encode
from surveys.questionnaire.reading import SCHEMA, read
from tests.surveys.results import worlds

LEAST, GROUPS = 2, ("o1", "o2")


def made(*questions: dict):
    profile = worlds.asked("level", "single", options=worlds.options(2), crossing="level")
    section = {"id": "un", "title": "Un", "questions": [profile, *questions]}
    return read({"$schema": SCHEMA, "title": "Essai", "sections": [section]})


def conditional():
    test = {"question": "one", "in": ["o1"]}
    form = made(
        worlds.asked("one", "single", options=worlds.options(3)),
        worlds.asked("after", "single", options=worlds.options(2), condition=test),
    )
    opened = [{"one": "o1", "after": "o1"}, {"one": "o1", "after": "o2"}]
    return form, [{"one": "o2"}, {"one": "o3"}, {}, *opened]


def ticked(most: int, exclusive: bool):
    options = worlds.options(3, exclusive=exclusive)
    form = made(worlds.asked("some", "multiple", options=options, most=most))
    every = [list(c) for n in range(1, most + 1) for c in combinations(("o1", "o2", "o3"), n)]
    return form, [{"some": c} for c in every if not (exclusive and "o3" in c and len(c) > 1)]


CASES = [(conditional, 5), (lambda: ticked(2, True), 6), (lambda: ticked(3, True), 6)]


@pytest.mark.parametrize(("world", "n"), CASES)
def test_every_number_could_be_large_enough(world, n):
    form, said = world()
    ways = [encode(form, answers | {"level": level}) for level in GROUPS for answers in said]
    seen = [Counter(cells(form, way)) for way in ways]
    crowds = [total(seen, c) for c in combinations_with_replacement(range(len(ways)), n)]
    for seed in range(4):
        chance = Random(seed)
        weights = [chance.random() ** 2 for _ in ways]
        truth = chance.choices(ways, weights, k=n)
        numbers = told(worlds.published(form, truth, LEAST).tables)
        like = [
            crowd
            for crowd in crowds
            if all(sum(crowd[c] for c in cells) == value for cells, value in numbers)
        ]
        assert like
        assert all(max(crowd[cell] for crowd in like) >= LEAST for cell in every_cell(form))


def cells(form, way: list[int]):
    """What a response adds one to: (question, option, value, group or "")."""
    for column in columns(form):
        value = column.value(way[column.place - 1]).id
        yield column.question, column.item, value, ""
        yield column.question, column.item, value, GROUPS[way[0] - 1]


def total(seen: list[Counter], crowd: tuple[int, ...]) -> Counter:
    found: Counter = Counter()
    for way in crowd:
        found.update(seen[way])
    return found


def told(tables) -> list[tuple[list[tuple], int]]:
    """Each number shown, with the cells it is the sum of."""
    found = []
    for table in tables:
        for v, names in enumerate(table.values):
            mine = [(table.question, table.item, name) for name in names]
            found.append(([(*cell, "") for cell in mine], table.totals[v]))
            for g, group in enumerate(table.groups):
                inside = [(*cell, name) for cell in mine for name in group]
                found.append((inside, table.counts[v][g]))
    return [(cells, value) for cells, value in found if value is not None]


def every_cell(form) -> list[tuple]:
    """Each answer, over all and by group: none may be known to be that of fewer than two."""
    return [
        (column.question, column.item, option.id, group)
        for column in columns(form)
        if column.question not in {"level", "after"}
        for option in column.values
        for group in ("", *GROUPS)
    ]
