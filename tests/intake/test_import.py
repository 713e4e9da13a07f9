"""From a file to answers: every programme's way, once each, all or nothing."""

from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, connection
from openpyxl import load_workbook

from aict.imports.lines import UnreadableError
from aict.imports.models import ImportRow, ImportRun
from surveys.intake import report, running, storing
from surveys.models import CodedResponse, Mode, Response
from surveys.questionnaire.layout import encode
from tests.intake.files import answers, book, brought, run_of, text
from tests.people import factories as people
from tests.surveys import making

HEAD = ["level", "several", "after", "grid/a", "grid/b", "best", "size", "count", "words"]
ONE = ["o1", "o1 o3", "4", "o2", "o3", "o2;o1", "o3", "12,5", "Bonjour à tous"]
SAID = {
    "level": "o1",
    "several": ["o1", "o3"],
    "after": "4",
    "grid": {"a": "o2", "b": "o3"},
    "best": ["o2", "o1"],
    "size": "o3",
    "count": 12.5,
    "words": "Bonjour à tous",
}


@pytest.mark.parametrize(
    "content",
    [
        text([HEAD, ONE]),
        text([HEAD, ONE], delimiter=";", encoding="cp1252"),
        text([HEAD, ONE], delimiter="\t", encoding="utf-16"),
        text([HEAD[::-1], ONE[::-1]]),  # shuffled columns
        text([["Relevé"], [], HEAD, ONE]),
    ],
    ids=["plain", "semicolons of Windows", "UTF-16", "shuffled", "title above"],
)
def test_one_answer_whatever_the_file(survey, content):
    run = brought(survey, content)
    assert run.report["counts"] == {"added": 1}
    assert answers(survey) == [SAID]
    coded = CodedResponse.objects.get()
    assert coded.codes == encode(survey.form, SAID)


def test_merged_headings_are_read_with_the_line_below(survey):
    grid = ["Question grid ?", "", "Question several ?", "", "", "Question best ?", ""]
    rows = ["A", "B", "Option 1", "Option 2", "Option 3", "Choix 1", "Choix 2"]
    said = ["Option 2", "Option 3", "x", "", "x", "Option 2", "Option 1"]
    content = text([["level", *grid], ["", *rows], ["o1", *said]])
    assert brought(survey, content).report["counts"] == {"added": 1}
    kept = {name: SAID[name] for name in ("level", "grid", "several", "best")}
    assert answers(survey) == [kept]


def test_a_sheet_that_explains_the_file_is_passed_over(survey):
    made = load_workbook(BytesIO(book([HEAD[:3], ONE[:3]])))
    made.create_sheet("Lisez-moi", 0).append(["Enquête de l’an dernier"])
    hidden = made.create_sheet("Listes", 0)
    hidden.sheet_state = "hidden"
    hidden.append(["o1", "o2"])
    hidden.append(["o1", "o2"])
    out = BytesIO()
    made.save(out)
    assert brought(survey, out.getvalue(), name="r.xlsx").report["counts"] == {"added": 1}


def test_damaged_accents_are_refused(survey):
    mixed = text([["level", "words"], ["o1", "été"]]) + b"o2,\xe9t\xe9\r\n"
    with pytest.raises(UnreadableError, match="accents"):
        brought(survey, mixed)


def test_another_answer_is_ticked_by_what_specifies_it(survey):
    form = making.small()
    for question in form["sections"][0]["questions"][:2]:
        question["options"] = [*question["options"], {"id": "autre", "label": "Autre"}]
    other = making.survey("open", form, slug="autre")
    head = ["level", "level[other]", "several[o1]", "several[other]"]
    rows = [["-oth-", "Un syndicat", "Y", "Mme Exemple"], ["o1", "", "Y", ""]]
    run = brought(other, text([head, *rows]))
    assert answers(other) == [
        {"level": "autre", "several": ["o1", "autre"]},
        {"level": "o1", "several": ["o1"]},
    ]
    assert run.rows.get().remarks == ["« Question several ? » : précision d’« autre », non reprise"]


def test_limesurvey_with_a_column_for_each_option(survey):
    head = ["id", "submitdate", "level", "several[o1]", "several[o2]", "several[o3]"]
    head += ["grid[a]. Question grid ? [A]", "best[1]", "best[2]"]
    run = brought(
        survey,
        book(
            [
                head,
                [7, "2026-01-02 10:00:00", "Option 2", "Y", "", "Y", "Option 1", "Option 3", "o1"],
            ]
        ),
        name="r.xlsx",
    )
    said = {"level": "o2", "several": ["o1", "o3"], "grid": {"a": "o1"}, "best": ["o3", "o1"]}
    assert answers(survey) == [said]
    assert [reason for reason in run.mapping["identity"] if reason] == [
        "numéro de la réponse",
        "date ou heure",
    ]


def test_kobo_with_codes_and_ticks(survey):
    head = ["start", "un/level", "un/several", "un/several/o1", "un/several/o2", "deux/grid/a"]
    head += ["_uuid"]
    row = ["2026-01-02T10:00:00", "o3", "o2 o1", "1", "1", "o3", "0b0e0d5e"]
    brought(survey, text([head, row]))
    assert answers(survey) == [{"level": "o3", "several": ["o1", "o2"], "grid": {"a": "o3"}}]


def test_excel_made_dates_of_bands(survey):
    form = making.small()
    form["sections"][0]["questions"][0]["options"] = [
        {"id": "1-2", "label": "1 à 2"},
        {"id": "3-5", "label": "3 à 5"},
    ]
    del form["sections"][0]["questions"][2]
    other = making.survey("open", form, slug="dates")
    run = brought(
        other,
        book([["level", "size"], [date(2026, 2, 1), "o1"], [date(2026, 5, 3), "o1"]]),
        name="d.xlsx",
    )
    assert [said["level"] for said in answers(other)] == ["1-2", "3-5"]
    assert "Excel" in run.rows.first().remarks[0]


def test_the_same_file_twice_adds_nothing(survey):
    content = text([HEAD, ONE, ["o2", *[""] * 8], ["o3", *[""] * 8]])
    assert brought(survey, content).report["counts"] == {"added": 3}
    assert brought(survey, content).report["counts"] == {"known": 3}
    more = text([HEAD, ["o1", *[""] * 8], ONE, ["o2", *[""] * 8], ["o3", *[""] * 8]])
    assert brought(survey, more).report["counts"] == {"added": 1, "known": 3}
    assert survey.responses.count() == survey.coded.count() == 4


def test_an_answer_changed_between_two_exports_is_told(survey):
    brought(survey, text([["level"], ["o1"], ["o2"]]))
    again = brought(survey, text([["level", "size"], ["o1", ""], ["o2", "o3"]]), store=False)
    assert again.report["counts"] == {"added": 1, "known": 1}
    assert report.sentences(again) == [
        "1\xa0réponse d’un fichier précédent ne se retrouve pas dans celui-ci : "
        "ce qui a été changé depuis compterait deux fois."
    ]
    same = brought(survey, text([["level"], ["o1"], ["o2"], ["o3"]]), store=False)
    assert "deux fois" not in " ".join(report.sentences(same))


def test_twins_count_once_but_equal_answers_of_two_people_count_twice(survey):
    rows = [["token", "level"], ["a", "o1"], ["b", "o1"], ["a", "o1"]]
    run = brought(survey, text(rows))
    assert run.report["counts"] == {"added": 2, "duplicate": 1}
    assert run.rows.get().remarks == ["Identique en tout à la ligne 2 : comptée une fois"]
    assert brought(survey, text(rows)).report["counts"] == {"known": 2, "duplicate": 1}


def test_a_file_read_otherwise_does_not_come_again(survey):
    content = text([["Chose", "level"], ["o1", "o2"]])
    run = run_of(survey, content)
    run.mapping["digest"] = "même fichier"
    running.carry_out(run, content, True)
    again = run_of(survey, content, Chose="size")
    again.mapping["digest"] = "même fichier"
    running.carry_out(again, content, True)
    assert "compteraient deux fois" in again.problem
    assert survey.responses.count() == 1


def test_what_cannot_be_read_is_told_by_its_line(survey):
    rows = [
        ["level", "best", "count", "words"],
        ["o1", "o1 o2 o3", "beaucoup", "Écrire à mme.exemple@valbrume.example"],
        ["", "", "", ""],
        ["inconnu", "", "", ""],
        ["o2", "", "", "", "", "décalé"],
        ["", "", "900", "a" * 20_500],
    ]
    assert brought(survey, text(rows), store=False).report["words"] == {
        "level": [["inconnu", "", 1]]
    }
    run = brought(survey, text(rows))
    assert (run.report["counts"], run.report["words"]) == ({"added": 1, "refused": 3}, {})
    told = {row.number: row.remarks for row in run.rows.all()}
    assert told[2] == [
        "« Question count ? » : nombre illisible, laissé de côté",
        "« Question words ? » : contient une adresse électronique",
        "« Question best ? » : choisissez-en 2 au plus, laissé de côté",
    ]
    assert "aucune réponse" in told[4][0]
    assert "plus de cellules" in told[5][0]
    assert any("20500 signes" in said for said in told[6])
    assert run.report["personal"] == 1
    assert "valbrume" not in str(told)


def test_incomplete_answers_count_and_unasked_ones_do_not(survey):
    run = brought(survey, text([["level", "after", "size"], ["o2", "4", "o1"], ["", "", "o2"]]))
    assert run.report["counts"] == {"added": 2}
    assert (run.report["incomplete"], run.report["unasked"]) == (1, 1)
    assert answers(survey) == [{"level": "o2", "size": "o1"}, {"size": "o2"}]


def test_who_answered_is_nowhere(survey, tmp_path):
    rows = [["E-mail", "submitdate", "level", "words"]]
    rows += [[f"personne{n}@valbrume.example", f"2026-01-0{n} 10:00:00", "o1", "x"] for n in (1, 2)]
    content = text(rows)
    run = brought(survey, content, store=False)
    (kept,) = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert b"valbrume" not in kept.read_bytes()
    with run.file.open("rb") as file:
        running.carry_out(run, file.read(), True)
    run.refresh_from_db()
    assert not run.file
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT r::text FROM imports_importrun r UNION ALL "
                       "SELECT r::text FROM imports_importrow r UNION ALL "
                       "SELECT r::text FROM surveys_response r")  # fmt: skip
        assert "valbrume" not in str(cursor.fetchall())
    assert not Response.objects.exclude(day=None).exists()


def test_a_named_survey_knows_who_answered(db):
    place = people.territory(level="commune", code="99001", name="Valbrume")
    survey = making.survey(state="open", mode=Mode.NAMED, slug="nominative")
    head = ["Collectivité qui répond", "Courriel", "level"]
    run = brought(survey, text([head, ["Valbrume", "a@b.example", "o1"], ["Ailleurs", "", "o2"]]))
    assert run.report["counts"] == {"added": 2}
    told = {r.answers["level"]: getattr(r, "respondent", None) for r in Response.objects.all()}
    assert told["o1"].territory == place
    assert told["o2"] is None
    assert "non reconnue" in run.rows.get().remarks[0]


@pytest.mark.parametrize(("state", "words"), [("published", "retirez-les"), ("draft", "ouvrez-la")])
def test_a_survey_that_takes_no_answers(db, state, words):
    run = brought(making.survey(state=state), text([HEAD, ONE]))
    assert words in run.problem
    assert not Response.objects.exists()


@pytest.mark.parametrize(
    "content", [b"level\n\xff\xfe\x81", b'level,words\no1,"sans fin', b"PK\x03\x04"]
)
def test_a_broken_file_stops_with_a_sentence(survey, content):
    run = ImportRun.objects.create(kind=running.KIND, file_name="x.csv", source=survey.slug)
    run.mapping = {"headings": ["level"], "columns": ["level"], "identity": [""]}
    running.carry_out(run, content, True)
    assert run.problem.endswith((".", ")."))
    assert not Response.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_killed_half_way_leaves_nothing(monkeypatch, settings, tmp_path):
    survey = making.survey(state="open")
    content = text([HEAD, ONE, ["o2", *[""] * 8]])
    run = run_of(survey, content)

    def killed(*_args):
        raise IntegrityError("killed")

    with monkeypatch.context() as broken:
        broken.setattr(storing, "respondents", killed)
        broken.setattr(storing, "encode", killed)
        with pytest.raises(IntegrityError):
            running.carry_out(run, content, True)
    assert not Response.objects.exists()
    assert not ImportRow.objects.exists()
    run.refresh_from_db()
    with run.file.open("rb") as file:
        running.carry_out(run, file.read(), True)
    assert survey.responses.count() == survey.coded.count() == 2
