"""The two files of answers: what they hold, what they leave out, and the way back."""

import csv
from io import StringIO

from aict.ui.transfer import csv_lines
from surveys.intake import exports, report
from surveys.models import Mode, Respondent
from tests.intake.files import answers, brought
from tests.people import factories as people
from tests.surveys import making
from tests.surveys.test_layout import ANSWERS

MANY = [
    ANSWERS | {"words": "=Bonjour ; à tous,\nmerci", "count": 2.5},
    {"level": "o1", "after": "5", "size": "o2", "best": ["o3", "o1"], "several": ["o2"]},
    {"level": "o1", "grid": {"a": "o1", "b": "o2"}},
    {"level": "o3"},
]


def kept(answers: dict) -> dict:
    """`after` is asked only of the first level."""
    return {k: v for k, v in answers.items() if k != "after" or answers["level"] == "o1"}


def filled(mode: str, **told):
    survey = making.survey(state="open", mode=mode, **told)
    for said in MANY:
        making.sent(survey, kept(said))
    return survey


def file_of(survey, form=exports.wide) -> str:
    header, lines = form(survey)
    return "".join(csv_lines(header, lines))


def test_a_wide_file_comes_back_the_same(db):
    first = filled(Mode.NAMED, slug="une")
    place, service = people.territory(), people.service()
    Respondent.objects.create(response=first.responses.last(), territory=place, service=service)
    second = making.survey(state="open", mode=Mode.NAMED, slug="deux")
    run = brought(second, file_of(first).encode(), name="une.csv")
    assert run.report["counts"] == {"added": 4}
    assert run.report["words"] == {}
    assert "celles des fichiers de ce site" in report.sentences(run)[0]
    assert answers(second) == answers(first)
    (who,) = Respondent.objects.filter(response__survey=second)
    assert (who.territory, who.service) == (place, service)


def test_not_asked_is_not_silence(db):
    lines = list(csv.DictReader(StringIO(file_of(filled(Mode.NAMED))[1:]), delimiter=";"))
    assert sorted(line["after – Question after ?"] for line in lines) == [
        "",
        "5",
        "Non posée",
        "Non posée",
    ]


def test_an_anonymous_survey_gives_neither_texts_nor_profiles_nor_order(db, monkeypatch):
    survey = filled(Mode.ANONYMOUS)
    said = file_of(survey)
    assert "Bonjour" not in said
    assert "Question words" not in said
    assert "Collectivité qui répond" not in said
    assert "level – Question level ?" in said
    shuffled = []
    monkeypatch.setattr(exports.SystemRandom, "shuffle", lambda self, rows: shuffled.append(rows))
    file_of(survey)
    assert len(shuffled[0]) == 4
    assert "anonyme" in exports.WHY


def test_a_region_is_in_no_anonymous_file(db):
    form = making.small()
    form["sections"][0]["questions"][1] |= {"type": "single", "crossing": "region"}
    survey = making.survey("open", form)
    assert [q.id for q in exports.questions_of(survey)] == [
        *("level", "after", "grid", "best", "size", "count")
    ]


def test_the_long_file_numbers_its_own_lines(db):
    rows = list(
        csv.reader(StringIO(file_of(filled(Mode.ANONYMOUS), exports.long)[1:]), delimiter=";")
    )
    assert rows[0] == list(exports.LONG)
    assert {row[0] for row in rows[1:]} == {"1", "2", "3", "4"}
    assert len({tuple(row[1:4]) for row in rows[1:]}) * 4 == len(rows) - 1


def test_an_anonymous_survey_gives_numbers_by_bands(db):
    """How many inhabitants, or how large a budget, would name the authority."""
    survey = making.survey(state="closed")
    making.sent(survey, {"level": "o1", "count": 437})
    for form in (exports.wide, exports.long):
        assert "437" not in file_of(survey, form)
        assert "10 et plus" in file_of(survey, form)
