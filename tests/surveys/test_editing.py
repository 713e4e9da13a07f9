"""Questionnaires written on screen: what changes, what is refused, what two people do at once."""

import json
from copy import deepcopy

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from aict.moderation.readiness import Refused
from surveys.editing import changes
from surveys.editing.files import shipped
from surveys.models import Survey
from surveys.questionnaire.reading import UnreadableError, read, write
from tests.people import factories as people
from tests.surveys import making

DESK = "/enquetes/gestion/petite-enquete/"
PAGE = f"{DESK}questionnaire/"


def order(form) -> list[list[str]]:
    return [[asked.id for asked in section.questions] for section in form.sections]


def test_questions_move_within_and_between_sections():
    form = read(making.small())
    assert order(changes.move_question(form, "several", -1))[0] == ["several", "level", "after"]
    assert order(changes.move_question(form, "after", 1)) == [
        ["level", "several"],
        ["after", "grid", "best", "size", "count", "words"],
    ]
    assert order(changes.move_question(form, "grid", -1))[0][-1] == "grid"
    assert changes.move_question(form, "words", 1) == form


def test_a_question_stays_after_what_it_depends_on():
    form = read(making.small())
    early = changes.move_question(changes.move_question(form, "after", -1), "after", -1)
    with pytest.raises(Refused, match="« Question after \\? » dépend de « Question level \\? »"):
        changes.checked(early)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda f: changes.remove_question(f, "level"), "a besoin de cette question"),
        (lambda f: changes.remove_item(f, "level", "options", "o1"), "posée que selon"),
        (lambda f: changes.add_item(f, "count", "options", "Autre"), "pas cette liste"),
    ],
)
def test_what_another_question_needs_stays(change, words):
    with pytest.raises(Refused, match=words):
        change(read(making.small()))


def test_two_options_and_one_row_stay():
    form = changes.remove_item(read(making.small()), "several", "options", "o1")
    with pytest.raises(Refused, match="pas assez"):
        changes.remove_item(form, "several", "options", "o2")
    form = changes.remove_item(form, "grid", "rows", "a")
    with pytest.raises(Refused, match="pas assez"):
        changes.remove_item(form, "grid", "rows", "b")


def test_options_are_added_and_moved():
    form = changes.add_item(read(making.small()), "level", "options", "Option 1")
    assert changes.ids(form.question("level").options) == ["o1", "o2", "o3", "option-1"]
    form = changes.move_item(form, "level", "options", "option-1", -1)
    assert changes.ids(form.question("level").options) == ["o1", "o2", "option-1", "o3"]
    assert changes.move_item(form, "level", "options", "o1", -1) == form


def test_a_section_goes_with_its_last_question():
    form = read(making.small())
    for id in ("grid", "best", "size", "count", "words"):
        form = changes.remove_question(form, id)
    assert [section.id for section in form.sections] == ["un"]


def test_lists_read_side_by_side_change_together():
    form = changes.add_item(read(shipped()), "q11", "options", "Océanie")
    assert form.question("q12").options[-1].label == "Océanie"
    told = changes.retell(form, "q12", {}, {"options": {"ue": "Europe"}})
    assert told.question("q11").options[0].label == "Europe"
    # The steps of these two scales have the same ids, not the same words.
    told = changes.retell(form, "q23", {}, {"options": {"1": "1 – nulle"}})
    assert told.question("q23").options[0].label == "1 – nulle"
    assert told.question("q23s").options[0].label == form.question("q23s").options[0].label


def nested() -> dict:
    told = making.small()
    tests = [{"question": "level", "in": ["o1", "o2"]}, {"question": "several", "in": ["o3"]}]
    told["sections"][1]["questions"][0]["condition"] = {
        "any": [{"all": tests}, {"question": "after", "in": ["5"]}]
    }
    return told


def test_nested_conditions_are_told_in_words():
    from surveys.editing.words import when

    form = read(nested())
    assert write(form) == nested()
    assert when(form, form.question("grid").condition) == (
        "posée si l’on répond (« Option 1 » ou « Option 2 » à « Question level ? » et "
        "« Option 3 » à « Question several ? ») ou « 5 » à « Question after ? »"
    )


def broken(path: list, value) -> dict:
    told = here = deepcopy(making.small())
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return told


FIRST = ["sections", 0, "questions", 0]


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ([*FIRST, "type"], "choix", "Section 1 : question 1 .*« type » doit être l’un de"),
        ([*FIRST, "hepl"], "x", "« hepl » n’a pas de sens ici"),
        ([*FIRST, "help"], ["x"], "« help » doit être un texte"),
        ([*FIRST, "required"], "false", "true ou false"),
        ([*FIRST, "label"], "a\x00", "caractère invisible"),
        ([*FIRST, "options", 0, "id"], "Élu", "minuscules"),
        ([*FIRST, "options", 0, "id"], "sans-reponse", "réservés"),
        ([*FIRST, "options", 0, "label"], "x" * 301, "300 signes"),
        ([*FIRST, "condition"], {"question": "words", "in": ["x"]}, "pas posée avant"),
        ([*FIRST, "condition"], {"all": []}, "ne contient rien"),
        (["sections", 1, "questions", 4, "low"], 1e300, "doit être un nombre"),
        (["sections", 1, "questions"], [], "aucune question"),
        (["minutes"], True, "nombre entier"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(path, value, words):
    with pytest.raises(UnreadableError, match=words):
        read(broken(path, value))


@pytest.fixture
def desk(client, db):
    client.force_login(people.coordinator())
    return client


def typed(question: str, version=1, **told) -> dict:
    """What the form of this question of the small questionnaire sends."""
    asked = read(making.small()).question(question)
    lists = {
        f"{kind}:{item.id}": item.label for kind in changes.LISTS for item in getattr(asked, kind)
    }
    return {"version": version, "label": asked.label, "published": "on"} | lists | told


def test_words_are_changed_on_screen(desk):
    making.survey()
    told = {"label": "Autre ?", "help": "Une aide.", "options:o1": "Une", "do": "down:options:o1"}
    answer = desk.post(f"{PAGE}question/several/", typed("several", **told))
    assert answer.url == f"{PAGE}?ouverte=several#q-several"
    survey = Survey.objects.get()
    asked = survey.form.question("several")
    assert (asked.label, asked.help, survey.version) == ("Autre ?", "Une aide.", 2)
    assert [item.label for item in asked.options] == ["Option 2", "Une", "Option 3"]
    assert "Modifier le questionnaire" in desk.get("/enquetes/gestion/petite-enquete/").text


def test_what_lacks_is_said_and_nothing_is_lost(desk):
    making.survey()
    answer = desk.post(
        f"{PAGE}question/several/", typed("several", label="", help="Une aide à garder")
    )
    assert answer.status_code == 422
    for words in ("Écrivez la question.", "Une aide à garder"):
        assert words in answer.text
    assert Survey.objects.get().version == 1


def test_a_second_coordinator_is_told_and_keeps_her_words(desk):
    making.survey()
    desk.post(f"{PAGE}question/level/", {"version": 1, "do": "down"})
    answer = desk.post(f"{PAGE}question/several/", typed("several", label="Ce que je voulais"))
    assert answer.status_code == 409
    assert "Une autre personne a changé" in answer.text
    assert "Ce que je voulais" in answer.text
    again = typed("several", version=2, label="Ce que je voulais")
    assert desk.post(f"{PAGE}question/several/", again).status_code == 302
    assert Survey.objects.get().form.question("several").label == "Ce que je voulais"


def test_a_question_removed_meanwhile_is_told(desk):
    making.survey()
    desk.post(f"{PAGE}question/words/", {"version": 1, "do": "remove"})
    answer = desk.post(f"{PAGE}question/words/", typed("words", help="Ce que je voulais"))
    assert answer.status_code == 409
    assert "Ce que je voulais" in answer.text


@pytest.mark.parametrize("state", ["open", "closed", "published"])
def test_an_open_questionnaire_is_read_only_and_says_why(desk, state):
    making.survey(state=state)
    page = desk.get(PAGE)
    assert "ne change plus" in page.text
    assert "Enregistrer" not in page.text
    answer = desk.post(f"{PAGE}question/several/", typed("several", label="Autre ?"))
    assert answer.status_code == 409
    assert Survey.objects.get().questionnaire == making.small()


def test_what_stands_before_the_questions_is_written(desk):
    making.survey()
    told = {"version": 1, "introduction": "Pour agir.", "minutes": 9, "notice": ""}
    assert desk.post(f"{PAGE}presentation/", told).status_code == 302
    form = Survey.objects.get().form
    assert (form.introduction, form.minutes) == ("Pour agir.", 9)
    stale = desk.post(f"{PAGE}presentation/", told | {"introduction": "Gardée."})
    assert stale.status_code == 409
    assert "Gardée." in stale.text
    wrong = desk.post(f"{PAGE}presentation/", told | {"version": 2, "minutes": "dix"})
    assert wrong.status_code == 422


def test_a_section_is_renamed(desk):
    making.survey()
    desk.post(f"{PAGE}section/un/", {"version": 1, "title": "Autre temps", "help": ""})
    assert Survey.objects.get().form.sections[0].title == "Autre temps"
    answer = desk.post(f"{PAGE}section/un/", {"version": 2, "title": "", "help": "À garder"})
    assert answer.status_code == 422
    assert "À garder" in answer.text
    assert desk.post(f"{PAGE}section/perdue/", {"version": 2}).status_code == 404


def sent(told: dict, **more) -> dict:
    return {"file": SimpleUploadedFile("q.json", json.dumps(told).encode())} | more


def test_a_questionnaire_goes_out_and_comes_back(desk):
    making.survey(questionnaire=shipped())
    file = desk.get("/enquetes/petite-enquete/questionnaire.json").json()
    assert file == shipped()
    assert desk.post(f"{PAGE}fichier/", sent(nested(), version=1)).status_code == 302
    assert Survey.objects.get().questionnaire == nested()
    assert desk.post(f"{PAGE}fichier/", sent(file, version=1)).status_code == 409
    answer = desk.post(f"{PAGE}fichier/", sent({"a": 1}, version=2))
    assert answer.status_code == 422
    assert "n’annonce pas le format" in answer.text
    assert Survey.objects.get().questionnaire == nested()


def test_the_whole_questionnaire_of_2024_can_be_written(desk, django_assert_num_queries):
    making.survey(questionnaire=shipped())
    desk.get(PAGE)
    with django_assert_num_queries(3):
        assert "posée si" in desk.get(f"{PAGE}?ouverte=q6").text


def test_a_draft_is_previewed_as_who_answers_sees_it(desk):
    making.survey()
    assert desk.get(f"{DESK}apercu/").url == f"{DESK}apercu/un/"
    page = desk.get(f"{DESK}apercu/deux/").text
    assert "rien de ce que vous cochez ici" in page
    assert page.count('class="field question"') == 5
    assert "posée si l’on répond" in desk.get(f"{DESK}apercu/un/").text
    assert desk.get(f"{DESK}apercu/trois/").status_code == 404


ODD = (
    "",
    "perdu",
    "up:",
    "up:options:perdu",
    "remove:rows:perdu",
    "x:options:o1",
    "up:help:o1",
    "\x00",
)


@pytest.mark.parametrize("do", ODD)
def test_an_unknown_button_changes_nothing(desk, do):
    making.survey()
    for told in ({"version": 1, "do": do}, typed("several", do=do)):
        assert desk.post(f"{PAGE}question/several/", told).status_code in {302, 409}
    assert Survey.objects.get().questionnaire == making.small()


@pytest.mark.parametrize("version", ["", "-1", "9" * 40, "\x00", "1.0"])
def test_an_odd_version_is_stale(desk, version):
    making.survey()
    assert (
        desk.post(f"{PAGE}question/several/", {"version": version, "do": "up"}).status_code == 409
    )


@pytest.mark.parametrize("odd", ["a\x00b", "<script>alert(1)</script>", "x" * 10_000])
def test_odd_words_are_refused_or_kept_harmless(desk, odd):
    making.survey()
    told = typed("several", label=odd, help=odd, short=odd, **{"options:o1": odd})
    answer = desk.post(f"{PAGE}question/several/", told, follow=True)
    assert answer.status_code in {200, 422}
    assert "<script>alert(1)" not in answer.text
    assert desk.get(f"{PAGE}?ouverte={odd}").status_code == 200


def test_no_button_is_needed_twice(desk):
    """A second press finds the version of the first: told, not done again."""
    making.survey()
    told = {"version": 1, "do": "down"}
    assert desk.post(f"{PAGE}question/level/", told).status_code == 302
    assert desk.post(f"{PAGE}question/level/", told).status_code == 409
    assert order(Survey.objects.get().form)[0] == ["several", "level", "after"]
