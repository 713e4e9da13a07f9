"""The coordinators' desk: lists, one survey, its settings, its birth and its end."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from surveys import duties, steps
from surveys.editing.files import shipped
from surveys.editing.step import QUESTIONNAIRE
from surveys.models import Mode, State, Survey
from tests.people import factories as people
from tests.surveys import making

pytestmark = pytest.mark.django_db
DESK = "/enquetes/gestion/"
NEW = f"{DESK}nouvelle/"
ONE = f"{DESK}petite-enquete/"
TYPED = {
    "title": "Vos besoins",
    "summary": "Pour agir.",
    "year": 2026,
    "source": "modele",
    "mode": "anonyme",
    "open_link": "on",
    "closes_on": "",
}


@pytest.fixture
def desk(client):
    client.force_login(people.coordinator())
    return client


def upload(content: bytes):
    return SimpleUploadedFile("questions.json", content, "application/json")


def test_a_survey_is_made_from_the_shipped_questionnaire(desk):
    answer = desk.post(NEW, TYPED)
    survey = Survey.objects.get()
    assert answer.url == f"{DESK}vos-besoins-2026/"
    assert (survey.state, survey.mode, survey.open_link) == (State.DRAFT, Mode.ANONYMOUS, True)
    assert survey.questionnaire == shipped()
    assert desk.post(NEW, TYPED).url == answer.url
    assert Survey.objects.count() == 1
    assert "Créer l’enquête" in desk.get(answer.url).text


def test_a_survey_is_made_from_an_earlier_one_or_from_a_file(desk):
    earlier = making.survey(state="published")
    desk.post(NEW, TYPED | {"source": f"enquete-{earlier.pk}"})
    made = making.small() | {"title": "Venue d’un fichier"}
    desk.post(
        NEW,
        TYPED | {"title": "Autre", "source": "fichier", "file": upload(json.dumps(made).encode())},
    )
    assert Survey.objects.get(title="Vos besoins").questionnaire == making.small()
    assert Survey.objects.get(title="Autre").form.title == "Venue d’un fichier"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"a": }', "ligne 1, colonne 7"),
        (b"\xff\xfe", "UTF-8"),
        (b"[" * 100_000, "impossible à lire"),
        (b'{"a": NaN}', "impossible à lire"),
        (b"{}", "n’annonce pas le format"),
        (b" " * 600_000, "500 Ko"),
        (None, "Choisissez le fichier"),
    ],
)
def test_a_wrong_file_is_told_and_the_rest_is_kept(desk, content, words):
    told = {"file": upload(content)} if content else {}
    answer = desk.post(NEW, TYPED | {"source": "fichier"} | told)
    assert answer.status_code == 422
    assert words in answer.text
    assert "Vos besoins" in answer.text
    assert not Survey.objects.exists()


def test_what_lacks_is_said(desk):
    answer = desk.post(NEW, {"year": 1789, "mode": "secret", "closes_on": "2020-01-01"})
    assert answer.status_code == 422
    for words in ("Donnez un titre", "par exemple 2026", "Cette date est passée"):
        assert words in answer.text


def settings_of(desk, **changed) -> dict:
    form = desk.get(f"{ONE}reglages/").context["form"]
    told = {name: form[name].value() for name in form.fields}
    return {k: "" if v is None else v for k, v in (told | changed).items() if v is not False}


def test_settings_change_before_opening(desk):
    making.survey()
    answer = desk.post(f"{ONE}reglages/", settings_of(desk, mode="nominative", title="Autre"))
    assert answer.status_code == 302
    survey = Survey.objects.get()
    assert (survey.mode, survey.title) == (Mode.NAMED, "Autre")


def test_the_promise_stays_once_open(desk):
    making.survey(state="open")
    told = settings_of(desk, title="Autre")
    assert "mode" not in told
    desk.post(f"{ONE}reglages/", told | {"mode": "nominative"})
    assert (Survey.objects.get().mode, Survey.objects.get().title) == (Mode.ANONYMOUS, "Autre")


def test_a_second_coordinator_is_told(desk):
    survey = making.survey()
    told = settings_of(desk, summary="Ce que je voulais dire.")
    Survey.objects.filter(pk=survey.pk).update(summary="Ce qu’une autre a dit.")
    answer = desk.post(f"{ONE}reglages/", told)
    assert answer.status_code == 409
    assert "Ce que je voulais dire." in answer.text
    again = told | {"seen": answer.context["form"].initial["seen"]}
    assert desk.post(f"{ONE}reglages/", again).status_code == 302
    assert Survey.objects.get().summary == "Ce que je voulais dire."


def test_a_draft_goes_and_what_lived_stays(desk):
    making.survey()
    assert desk.post(f"{ONE}supprimer/").url == DESK
    assert desk.post(f"{ONE}supprimer/").url == DESK
    assert not Survey.objects.exists()
    making.survey(state="closed")
    assert desk.post(f"{ONE}supprimer/").status_code == 409
    assert Survey.objects.exists()


def test_opening_is_confirmed_then_told_twice(desk):
    making.survey()
    assert "ne changent plus" in desk.get(f"{ONE}faire/open/").text
    assert desk.post(f"{ONE}faire/open/").status_code == 302
    again = desk.post(f"{ONE}faire/open/")
    assert again.status_code == 409
    assert "n’est plus possible" in again.text


def test_what_lacks_to_open_is_said_before(desk):
    told = making.small()
    del told["sections"][0]["questions"][0]["crossing"]
    making.survey(questionnaire=told)
    for page in (ONE, f"{ONE}faire/open/"):
        assert "Aucune question ne permet de comparer" in desk.get(page).text


def test_small_groups_are_told_to_the_author(desk):
    making.survey(questionnaire=shipped())
    answer = desk.get(ONE)
    assert "18 régions × service" in answer.text
    Survey.objects.update(mode=Mode.NAMED)
    assert "18 régions × service" not in desk.get(ONE).text


def test_the_desk_filters_counts_and_exports(desk):
    making.survey()
    making.sent(making.survey(slug="ouverte", title="Ouverte", state="open"), {"level": "o1"})
    answer = desk.get(f"{DESK}?etat=ouvertes")
    assert [row["it"].slug for row in answer.context["rows"]] == ["ouverte"]
    assert [(chip.label, chip.count) for chip in answer.context["chips"]] == [
        ("Toutes", 2),
        ("En préparation", 1),
        ("Ouvertes", 1),
    ]
    lines = desk.get(f"{DESK}?etat=ouvertes&format=csv").getvalue().decode().splitlines()
    assert len(lines) == 2
    assert lines[1].endswith("8;1;0;non;non")
    assert desk.get(f"{DESK}?etat=perdue").status_code == 400


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("items", [1, 3])
def test_the_desk_asks_as_much_for_three(client, items, django_assert_num_queries):
    client.force_login(people.coordinator())
    for n in range(items):
        making.survey(slug=f"enquete-{n}")
    client.get(DESK)
    with django_assert_num_queries(5):
        client.get(DESK)


@pytest.mark.parametrize("odd", ["a\x00b", "x" * 1001])
def test_an_odd_reason_is_refused_in_words(desk, odd):
    making.survey(state="closed")
    answer = desk.post(f"{ONE}faire/reopen/", {"comment": odd})
    assert answer.status_code == 422
    assert Survey.objects.get().state == State.CLOSED


@pytest.mark.parametrize("odd", ["a\x00b", "9" * 40, "<script>alert(1)</script>", "x" * 10_000])
def test_odd_words_make_no_survey(desk, odd):
    answer = desk.post(NEW, dict.fromkeys(TYPED, odd))
    assert answer.status_code == 422
    assert "<script>alert(1)" not in answer.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("items", [1, 3])
def test_one_survey_asks_as_much_for_three_entries(
    client, items, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr(steps, "STEPS", [QUESTIONNAIRE])
    monkeypatch.setattr(duties, "DUTIES", [])
    client.force_login(people.coordinator())
    survey = making.survey()
    for _ in range(items):
        survey.journal.create(transition="settings", source="draft", target="draft")
    client.get(ONE)
    with django_assert_num_queries(6):
        client.get(ONE)
