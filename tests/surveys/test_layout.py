"""Questionnaires read and written, answers coded and counted."""

import json
from pathlib import Path

import pytest

import surveys.questionnaire
from surveys.questionnaire import reading
from surveys.questionnaire.layout import columns, encode
from surveys.questionnaire.reading import SCHEMA, UnreadableError, read, write
from surveys.questionnaire.structure import Kind
from surveys.results import aggregate
from tests.surveys import making

FILES = sorted((Path(surveys.questionnaire.__file__).parent / "data").glob("*.json"))
ANSWERS = {
    "level": "o2",
    "several": ["o1", "o3"],
    "after": "4",
    "grid": {"a": "o3"},
    "best": ["o2"],
    "count": 12,
}


@pytest.mark.parametrize("data", [making.small(), *(json.loads(f.read_text()) for f in FILES)])
def test_what_is_read_is_written_the_same(data):
    made = read(data)
    assert read(write(made)) == made
    assert write(read(write(made))) == write(made)


def test_the_shipped_file_is_written_as_it_is():
    data = json.loads(FILES[0].read_text())
    assert write(read(data)) == data


def test_the_format_is_documented_whole():
    told = (Path(surveys.__file__).parent.parent / "docs" / "questionnaire.md").read_text()
    names = reading.WHOLE | reading.SECTION | reading.QUESTION | reading.OPTION | {SCHEMA, *Kind}
    assert [name for name in sorted(names) if f"`{name}`" not in told] == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"$schema": "autre"}, "format"),
        ({"sections": []}, "au moins une section"),
        ({"sections": [{"id": "un", "title": "Un"}]}, "questions"),
        ({"sections": 3}, "liste"),
        ({"title": ""}, "title"),
    ],
)
def test_a_wrong_file_is_told_in_words(change, words):
    with pytest.raises(UnreadableError, match=words):
        read(making.small() | change)


def test_answers_become_codes():
    form = read(making.small())
    assert [c.place for c in columns(form)] == list(range(1, 14))
    # « after » is asked to « o1 » only: what was typed there is not an answer.
    assert encode(form, ANSWERS) == [2, 1, 2, 1, 0, 3, -1, 3, 1, 3, -1, 3, -1]


@pytest.mark.django_db
def test_answers_are_counted_and_crossed():
    survey = making.survey(state="closed")
    for level, times in (("o1", 3), ("o2", 2)):
        for _ in range(times):
            making.sent(survey, ANSWERS | {"level": level})
    (after,) = aggregate.tables(survey, "after", "level")
    assert after.n == 5
    assert after.values[3] == ("4",)
    assert after.totals == (0, 0, 0, 3, 0, 2)
    assert after.groups == (("o1",), ("o2",), ("o3",))
    assert after.sizes == (3, 2, 0)
    assert after.counts[3] == (3, 0, 0)
    assert after.counts[5] == (0, 2, 0)
    assert [table.item for table in aggregate.tables(survey, "grid")] == ["a", "b"]
