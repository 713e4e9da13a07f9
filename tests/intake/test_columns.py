"""What each heading and each word is taken for."""

import json

import pytest

from aict.imports.lines import Line
from surveys.intake import identity
from surveys.intake.mapping import proposed, remember
from surveys.intake.matching import exact, nearest
from surveys.intake.targets import names, targets
from surveys.intake.words import Ticks, Words, number
from surveys.models import Mode
from surveys.questionnaire.reading import read
from surveys.questionnaire.structure import Option
from tests.surveys import making
from tests.surveys.test_layout import FILES

BANDS = (Option("moins-1", "Moins de 1"), Option("1-2", "1 à 2"), Option("3-5", "3 à 5"))
OFTEN = (Option("jamais", "Jamais"), Option("parfois", "De façon ponctuelle"))


@pytest.fixture(scope="module")
def known():
    form = read(json.loads(FILES[0].read_text()))
    return names(targets(form, named=False))


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("q7[promotion]", "q7/promotion"),
        ("q7[promotion]. Que faites-vous aujourd’hui ? [Promotion du territoire]", "q7/promotion"),
        ("Que faites-vous aujourd'hui ? [Promotion du territoire]", "q7/promotion"),
        ("strategie/q7/promotion", "q7/promotion"),
        ("q7_promotion", "q7/promotion"),
        ("CE QUI EST FAIT AUJOURD'HUI - promotion du territoire", "q7/promotion"),
        ("q11/ue", "q11/ue"),
        ("partenariats/q11", "q11"),
        ("q16[2]", "q16#2"),
        ("q22[other]", "q22/autre"),
        ("Avec quels indicateurs ? [Other]", "q22/autre"),
        ("Quels sont vos secteurs prioritaires ? [Rang 1]", "q16#1"),
        ("Quel est le type de votre collectivité ?", "q1"),
        ("Type de collectivité", "q1"),
        ("Nom de la collectivité", ""),
        ("Remarques", ""),
    ],
)
def test_headings_of_limesurvey_kobo_and_people(known, heading, key):
    assert exact(heading, known) == key


def test_a_heading_nearly_right_is_guessed(known):
    assert nearest("Que faites vous aujourdhui promotion du teritoire", known) == "q7/promotion"
    assert nearest("Observations de la coordination", known) == ""


@pytest.mark.parametrize(
    ("cell", "value", "sure"),
    [
        ("1-2", "1-2", True),
        (" 1 À 2 ", "1-2", True),
        ("2026-02-01", "1-2", True),  # Excel's dates, in a workbook then in its CSV
        ("01/02/2026", "1-2", True),
        ("03-mai", "3-5", True),
        ("févr-01", "1-2", True),
        ("2026-07-14", "", False),
        ("moins de 1 an", "moins-1", False),
        ("1", "", False),
    ],
)
def test_words_of_bands(cell, value, sure):
    found = Words(BANDS, {}).read(cell)
    assert (found.value, found.sure) == (value, sure)


@pytest.mark.parametrize(
    ("cell", "value", "sure"),
    [("JAMAIS", "jamais", True), ("2", "parfois", False), ("A1", "jamais", False)],
)
def test_words_by_their_number_are_shown(cell, value, sure):
    found = Words(OFTEN, {}).read(cell)
    assert (found.value, found.sure) == (value, sure)


def test_nothing_said_is_not_a_word():
    for cell in ("N/A", "-", "Non posée", "nan"):
        assert Words(OFTEN, {}).read(cell) is None
    assert Words(OFTEN, {"ne sait pas": ""}).read("Ne sait pas") is None
    scale = tuple(Option(str(n), str(n)) for n in range(1, 6))
    assert Words(scale, {}).read("4,0").value == "4"


def test_ticks():
    ticks = Ticks(Option("ue", "Union européenne"), {})
    assert {ticks.read(cell).value for cell in ("1", "Oui", "Y", "x", "union europeenne")} == {
        "oui"
    }
    assert {ticks.read(cell).value for cell in ("0", "Non", "FALSE")} == {"non"}


def test_numbers():
    said = [number(text) for text in ("2,5", "1 234,5", "1.234,5", "7", "sept")]
    assert said == [2.5, 1234.5, 1234.5, 7, None]


@pytest.mark.parametrize(
    "heading",
    [
        *("E-mail", "Adresse électronique (courriel)", "Nom", "Prénom et nom", "Téléphone"),
        *("ipaddr", "Adresse IP", "submitdate", "Date de soumission", "_submission_time"),
        *("token", "_uuid", "id", "ID de la réponse", "Horodateur", "start", "groupTime12"),
        *("Nom de la collectivité", "SIREN", "deviceid", "_submitted_by", "_geolocation"),
    ],
)
def test_columns_that_tell_who_answered(heading):
    assert identity.by_heading(heading)


def test_columns_told_by_what_they_hold():
    assert identity.by_cells(["a@b.example", "c@d.example", ""]) == "adresse électronique"
    assert identity.by_cells(["192.0.2.1", "198.51.100.7"]) == "adresse du réseau"
    assert identity.by_cells(["2026-01-02 10:11:12", "2026-01-03 09:00:00"]) == "date ou heure"
    assert identity.by_cells(["Oui", "Non"]) == ""
    assert identity.named_in("Voir Mme Exemple au 01 99 00 12 34") == [
        "un numéro de téléphone",
        "un nom",
    ]


def test_a_month_of_excel_may_hide_two_bands():
    bands = [Option("1-5", "1 à 5"), Option("5-50", "5 à 50")]
    assert Words(tuple(bands), {}).read("1950-05-01") == Words(tuple(bands), {}).read("autre")
    assert Words(tuple(bands[1:]), {}).read("1950-05-01").value == "5-50"


def test_a_label_may_hold_what_separates_labels():
    actors = (Option("cci", "Chambres (commerce, métiers)"), Option("ess", "Associations"))
    words = Words(actors, {})
    assert words.cut("Chambres (commerce, métiers), Associations", ",") == ["cci", "ess"]
    assert words.cut("Associations Chambres (commerce, métiers)", " ") == ["ess", "cci"]
    assert words.cut("Associations, autre chose", ",") == []


def test_another_rank_is_not_guessed(known):
    assert nearest("q16[4]", known) == ""


@pytest.mark.django_db
def test_a_question_goes_before_who_answers():
    form = making.small()
    form["sections"][0]["questions"][0]["short"] = "Service"
    survey = making.survey("open", form, mode=Mode.NAMED)
    found = names(targets(survey.form, True))
    assert (found["service"], found["collectivite"]) == ("level", "@collectivite")


@pytest.mark.django_db
def test_choices_are_remembered_even_in_another_survey():
    first = making.survey(state="open")
    lines = [Line(1, ["Chose", "Autre chose", "level"]), Line(2, ["a", "b", "o1"])]
    made = proposed(first, lines)
    assert made.columns == ["", "", "level"]
    made.columns[:2] = ["size", ""]
    remember(first, made)
    other = making.survey(state="open", slug="autre")
    assert proposed(other, lines).columns == ["size", "", "level"]
    made.columns[0] = "after"
    remember(other, made)
    assert proposed(other, lines).columns[0] == "after"
    assert proposed(first, lines).columns[0] == "size"
