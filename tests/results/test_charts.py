"""A chart for each kind of question: its sentence, its twin, and a drawing that is whole."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import surveys.questionnaire
from surveys.questionnaire.reading import read
from surveys.results.charts import Chart, chart, of_group
from tests.results import making
from tests.surveys.making import small

DATA = Path(surveys.questionnaire.__file__).parent / "data" / "besoins-2024.json"
NEEDS = read(json.loads(DATA.read_text()))
SMALL = read(small())
KINDS = {
    "q1": "bars",
    "q2": "bars",
    "q7": "diverging",
    "q8": "gap",
    "q9": "heat",
    "q10": "scale",
    "q11": "multiple",
    "q12": "paired",
    "q16": "ranking",
    "q19": "funnel",
    "q23s": "quadrant",
}


def of_needs(question: str) -> Chart:
    against = NEEDS.question(question).against
    beside = making.every(NEEDS, against, 2) if against else ()
    return chart(NEEDS, question, making.every(NEEDS, question), beside)


@pytest.mark.parametrize(("question", "kind"), KINDS.items())
def test_each_kind_is_drawn_whole(question, kind):
    made = of_needs(question)
    assert made.kind == kind
    assert made.sentence.endswith(".")
    assert "non communiqué" not in made.sentence
    assert {len(row) for row in made.rows} == {len(made.header)}
    drawn = ElementTree.fromstring(made.svg("Source"))
    assert drawn[0].text == made.title
    assert drawn[1].text == made.sentence
    assert "class=" not in made.svg()
    assert "#" not in made.inline()
    assert made.inline().count("<svg") == 2


def test_marks_stay_on_the_drawing():
    for question in KINDS:
        for width in (288, 720):
            drawn = ElementTree.fromstring(of_needs(question).svg(width=width))
            group = drawn.find("{*}g")
            for mark in group.iter("{http://www.w3.org/2000/svg}rect"):
                right = float(mark.get("x")) + float(mark.get("width"))
                if mark.get("height") != "10.5":  # a shape of a category, in its own scale
                    assert -1 <= float(mark.get("x")) <= right <= width + 1, (question, mark.attrib)


def test_bars_say_shares_of_those_who_answered():
    made = chart(SMALL, "level", [making.table({"o1": 30, "o2": 50, "o3": 20, "sans-reponse": 25})])
    assert made.sentence == (
        "Réponse la plus fréquente\u202f: «\xa0Option 2\xa0», 50\u202f%\u202f; "
        "puis «\xa0Option 1\xa0», 30\u202f%, sur 100\xa0réponses."
    )
    assert made.rows[0] == ("Option 1", 30, 30.0)
    assert made.rows[-1] == ("Ensemble", 100, 100.0)
    assert made.notes == ("25\xa0personnes sans réponse à cette question.",)


def test_what_is_not_told_is_said_in_words():
    tables = [
        making.table({"oui": None, "non": None}, "several", "o1", n=100),
        making.table({"oui": 40, "non": 60}, "several", "o2"),
        making.table({"oui": 70, "non": 30}, "several", "o3"),
    ]
    made = chart(SMALL, "several", tables)
    assert made.rows[-1] == ("Option 1", None, None)
    assert made.shown_rows[-1] == ["Option 1", "non communiqué", "non communiqué"]
    assert "non communiqué" in made.inline()
    assert made.notes[-1].startswith("« Non communiqué »")
    assert "Option 3" in made.sentence


def test_pooled_values_are_named_together():
    made = chart(SMALL, "level", [making.table({"o1+o2": 8, "o3+sans-reponse": 92})])
    assert [row[0] for row in made.rows[:2]] == ["Option 1 ou Option 2", "Option 3 ou Sans réponse"]
    assert any(note.startswith("Regroupés") for note in made.notes)


def test_no_mean_unless_every_step_is_told():
    told = {"1": 10, "2": 10, "3": 10, "4": 10, "5": 10}
    known = chart(SMALL, "after", [making.table(told, "after")])
    assert known.rows[-1] == ("Moyenne", 3.0, "")
    pooled = chart(SMALL, "after", [making.table({"1+2": 4, "3": 10, "4": 9, "5": 9}, "after")])
    assert pooled.rows[-1] == ("Moyenne", None, "")
    assert "oyenne de" not in pooled.sentence


def test_no_points_unless_every_rank_is_told():
    known = {"1": 10, "2": 20, "non-cite": 30}
    pooled = {"1+2": 8, "non-cite": 52}
    tables = [making.table(known, "best", "o1"), making.table(known, "best", "o2")]
    assert chart(SMALL, "best", tables).rows[0][-2:] == (50.0, 40)
    tables[1] = making.table(pooled, "best", "o2")
    made = chart(SMALL, "best", tables)
    assert made.rows[-1] == ("Option 2", None, None, pytest.approx(13.3, 0.1), None)


def test_the_gap_is_in_points_and_says_the_largest():
    def rows(question, promotion):
        ids = ("jamais", "ponctuel", "regulier", "prioritaire")
        return [
            making.table(dict(zip(ids, counts, strict=True)), question, item)
            for item, counts in (("promotion", promotion), ("cooperation", (25, 25, 25, 25)))
        ]

    made = chart(NEEDS, "q8", rows("q8", (10, 10, 40, 40)), rows("q7", (40, 20, 20, 20)))
    assert made.rows[0] == ("Promotion du territoire", 40.0, 80.0, 40.0)
    assert "40\xa0points de plus" in made.sentence
    assert "+40\xa0points" in made.inline()
    # Without the other question, its own answers are shown.
    assert chart(NEEDS, "q8", rows("q8", (10, 10, 40, 40))).kind == "diverging"


def test_a_hidden_half_of_the_gap_is_not_guessed():
    ids = ("jamais", "ponctuel", "regulier", "prioritaire")
    known = making.table(dict(zip(ids, (9, 9, 9, 9), strict=True)), "q8", "promotion")
    pooled = making.table(
        {"jamais": 9, "ponctuel+regulier": 7, "prioritaire": 20}, "q7", "promotion"
    )
    made = chart(NEEDS, "q8", [known], [pooled])
    assert made.rows[0] == ("Promotion du territoire", None, 50.0, None)
    assert made.svg()


def test_groups_are_compared_and_small_ones_said():
    whole = making.table({"oui": 60, "non": 60}, "several", "o1")
    table = making.crossed(whole, (80, 10, 30), ("o1", "o2", "o3"))
    made = chart(SMALL, "several", [table])
    assert made.kind == "groups"
    assert made.rows[-1] == ("Réponses", 80, 10, 30)
    assert "prudence\u202f: Option 2 (10)" in made.notes[0] or "Option 2 (10)" in made.notes[0]
    (alone,) = of_group([table], 2)
    assert (alone.n, alone.totals, alone.crossing) == (30, (15, 15), "")


def test_nothing_is_said_of_nobody():
    made = chart(SMALL, "level", [making.table({"o1": 0, "o2": 0})])
    assert (made.kind, made.rows) == ("empty", ())
    assert "Aucune réponse" in made.svg()
    assert chart(SMALL, "grid", []).kind == "empty"


def test_drawings_are_escaped():
    data = small()
    data["sections"][0]["questions"][0]["options"][0]["label"] = "<script>&"
    made = chart(read(data), "level", [making.table({"o1": 5, "o2": 9, "o3": 1})])
    assert "<script>" not in made.svg()
    assert "<script>" not in made.inline()


def test_steps_told_together_are_one_segment():
    ids = {"1+2": 8, "3": 12, "4": 40, "5": 40}
    made = chart(NEEDS, "q23", [making.table(ids, "q23", "formation")])
    assert made.rows[0][1:] == ("8,0 avec «\xa02\xa0»", "avec «\xa01 – faible\xa0»", 12, 40, 40)
    assert "non communiqué" not in made.inline()
    assert made.notes == (
        "Regroupés, car trop peu de réponses : «\xa01 – faible\xa0» et «\xa02\xa0».",
    )


def test_groups_that_are_not_told_are_told_together():
    table = making.table({"oui": 60, "non": 60}, "several", "o1")
    told = making.crossed(table, (80, 20, 20), ("o1", "o2", "o3"))
    hidden = replace(told, counts=((40, None, None), (40, None, None)))
    made = chart(SMALL, "several", [hidden])
    assert made.rows[0] == ("Option 1", 50.0, None, None, 50.0)
    assert "Les 2 autres, ensemble" in made.inline()
    assert made.notes[-1].startswith("« Non communiqué »")


def test_too_few_answers_are_not_a_bar_of_one_hundred():
    made = chart(SMALL, "level", [making.table({"o1+o2+o3": 8})])
    assert (made.kind, made.rows) == ("empty", ())
    assert made.sentence.startswith("Trop peu de réponses")


def test_the_keys_of_a_legend_never_meet():
    data = small()
    grid = next(q for s in data["sections"] for q in s["questions"] if q["id"] == "grid")
    grid["options"] = [{"id": f"o{n}", "label": "Une réponse longue " * 5} for n in (1, 2, 3)]
    table = making.table({"o1": 20, "o2": 20, "o3": 20}, "grid", "a")
    drawn = ElementTree.fromstring(chart(read(data), "grid", [table]).svg(width=288))
    words = [
        t
        for t in drawn.iter("{http://www.w3.org/2000/svg}text")
        if (t.text or "").startswith("Une réponse longue")
    ]
    feet = [float(text.get("y")) for text in words]
    assert len(feet) >= 6
    assert feet == sorted(set(feet))
