"""Preparing, commenting, previewing and publishing results."""

from collections import Counter

import pytest

from surveys.results import kept, lines, releasing
from surveys.results.edition import edition
from surveys.results.models import QuestionSetting
from surveys.results.settings import mark
from surveys.texts.models import Coding
from tests.people import factories as people
from tests.results.publications import (
    answers,
    counted,
    published,
    questionnaire,
    release,
    switch_off,
)
from tests.surveys import making
from tests.texts.making import quote, theme

pytestmark = pytest.mark.django_db
DESK = "/enquetes/gestion/petite-enquete/publication/"
PAGE = "/enquetes/petite-enquete/resultats/"


@pytest.fixture(autouse=True)
def coordinator(client):
    kept.forget()
    person = people.coordinator()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return person


def test_prepare_is_asked_once(client, monkeypatch):
    asked = []
    monkeypatch.setattr(releasing.app, "configure_task", lambda name: Queue(asked))
    survey = making.survey(state="closed")
    for _click in range(2):
        assert client.post(f"{DESK}preparer/")["Location"] == DESK
    assert len(asked) == survey.releases.count() == 1
    assert "Calcul en cours" in client.get(f"{DESK}?avancement").text


class Queue:
    def __init__(self, asked: list):
        self.asked = asked

    def defer(self, **told):
        self.asked.append(told)


def test_an_open_survey_is_not_prepared(client):
    survey = making.survey(state="open")
    client.post(f"{DESK}preparer/")
    assert not survey.releases.exists()


def test_the_preview_is_the_page_with_a_banner(client):
    survey = counted()
    preview = client.get(f"{DESK}apercu/").text
    assert "telle que le public la lira" in preview
    assert client.get(PAGE).status_code == 404
    assert client.get(f"{DESK}apercu/grid/?par=niveau").status_code == 200
    assert client.get(f"{DESK}apercu/grid.svg").status_code == 200
    client.post(f"{DESK}publier/")
    survey.refresh_from_db()
    public = client.get(PAGE).text
    start, end = '<div class="stack stack-l results">', '<section class="result-taking'
    assert body(public, start, end) == body(preview, start, end).replace(
        "/enquetes/gestion/petite-enquete/publication/apercu/", PAGE
    )


def body(page: str, start: str, end: str) -> str:
    return page.partition(start)[2].partition(end)[0]


def test_publication_takes_two_steps_and_says_what_is_shown(client):
    survey = counted()
    told = client.get(f"{DESK}publier/").text
    assert "60" in told
    assert "jamais publiés" in told
    assert (
        client.get("/enquetes/gestion/petite-enquete/faire/publish/")["Location"]
        == f"{DESK}publier/"
    )
    assert client.post(f"{DESK}publier/")["Location"] == PAGE
    assert client.post(f"{DESK}publier/").status_code == 409
    survey.refresh_from_db()
    assert survey.journal.filter(transition="publish").count() == 1


def test_what_is_published_is_what_was_read(client):
    survey = counted()
    read = survey.releases.get().pk
    release(survey)
    answer = client.post(f"{DESK}publier/", {"calcul": read})
    assert answer.status_code == 409
    assert "calculés de nouveau" in answer.text
    survey.refresh_from_db()
    assert not survey.is_published


def test_nothing_is_published_without_tables(client):
    making.survey(state="closed")
    assert client.post(f"{DESK}publier/").status_code == 409
    assert "Préparez d’abord" in client.get(f"{DESK}publier/").text


def test_withdrawing_wants_a_reason(client):
    survey = published()
    client.post(f"{DESK}retirer/")
    survey.refresh_from_db()
    assert survey.is_published
    client.post(f"{DESK}retirer/", {"pourquoi": "Une erreur de libellé."})
    assert client.get(PAGE).status_code == 410
    assert "Une erreur de libellé." in client.get(DESK).text


def test_comments_are_kept_one_by_one(client):
    survey = counted()
    address = f"{DESK}questions/grid/"
    told = {"commentaire": "Un mot.", "lu": mark("")}
    assert client.post(address, told)["Location"] == address
    assert "Un mot." in client.get(f"{DESK}apercu/").text
    assert client.post(address, told).status_code == 302
    stale = client.post(address, {"commentaire": "Un autre.", "lu": mark("")})
    assert stale.status_code == 409
    assert "Un autre." in stale.text
    assert "Un mot." in stale.text
    long = client.post(address, {"commentaire": "x" * 1501, "lu": mark("Un mot.")})
    assert long.status_code == 422
    assert "x" * 1501 in long.text
    assert survey.question_settings.get().comment == "Un mot."


def test_a_switch_holds_at_once(client):
    published()
    assert "graphique-several" in client.get(PAGE).text
    client.post(f"{DESK}questions/several/", {"publier": "non"})
    assert "graphique-several" not in client.get(PAGE).text
    assert not QuestionSetting.objects.get(question="several").shown
    client.post(f"{DESK}questions/several/", {"publier": "oui"})
    assert "graphique-several" in client.get(PAGE).text


def test_a_text_is_never_switched_on(client):
    published()
    client.post(f"{DESK}questions/words/", {"publier": "oui"})
    assert client.get(f"{PAGE}words/").status_code == 404
    assert client.post(f"{DESK}questions/rien/", {"publier": "oui"}).status_code == 404


def test_the_desk_is_a_list_that_counts_what_is_shown_and_what_is_not(client):
    survey = counted(4)
    assert Counter(line.status for line in lines_of(survey)) == {"waiting": 7, "never": 1}
    survey.releases.all().delete()
    for number in range(60):
        making.sent(survey, answers(number))
    release(survey)
    switch_off(survey, "several")
    found = {line.question.id: line for line in lines_of(survey)}
    assert found["several"].status == "off"
    assert found["grid"].status == "shown"
    assert found["grid"].badge[0] == "À publier"
    page = plain(client.get(DESK).text)
    assert "<b>6 questions</b>" in page
    assert "<b>1 question</b>" in page
    assert "<textarea" not in page


def plain(page: str) -> str:
    return page.replace("\xa0", " ").replace("\u202f", " ")


def lines_of(survey):
    found = lines.sections(survey, edition(survey, preview=True))
    return [line for section in found for line in section["lines"]]


def test_a_question_that_is_left_out_keeps_its_page_on_the_desk(client):
    counted()
    address = f"{DESK}questions/several/"
    client.post(address, {"publier": "non"})
    page = client.get(address).text
    assert "graphique-several" in page
    assert "Vous avez écarté cette question" in page
    assert client.post(address, {"publier": "oui"})["Location"] == f"{DESK}#reglage-several"
    assert client.post(address, {"publier": "oui", "ici": "1"})["Location"] == address
    assert client.get(f"{DESK}questions/rien/").status_code == 404


def test_before_its_tables_a_question_is_already_commented(client):
    survey = making.survey(state="closed", questionnaire=questionnaire())
    client.post(f"{DESK}questions/grid/", {"publier": "non"})
    assert {x.question.id for x in lines_of(survey) if x.status == "off"} >= {"grid"}
    assert "ne sont pas calculés" in client.get(f"{DESK}questions/level/").text


def test_all_at_once_keeps_the_comments(client):
    survey = counted()
    client.post(f"{DESK}questions/grid/", {"commentaire": "Un mot.", "lu": mark("")})
    for _click in range(2):
        client.post(f"{DESK}questions/", {"publier": "non"})
    assert not edition(survey, preview=True).questions
    assert "Aucune question n’est à publier" in client.get(f"{DESK}publier/").text
    refused = client.post(f"{DESK}publier/")
    assert refused.status_code == 409
    assert "Aucune question n’est à publier" in plain(refused.text)
    client.post(f"{DESK}questions/", {"publier": "peut-être"})
    assert not survey.question_settings.filter(shown=True).exists()
    client.post(f"{DESK}questions/", {"publier": "oui"})
    assert "several" in edition(survey, preview=True).charts
    assert survey.question_settings.get(question="grid").comment == "Un mot."


def test_themes_and_quotes_of_a_question_are_switched_apart(client):
    survey = counted()
    row, other = theme(survey), theme(survey, "Être financé")
    for place, response in enumerate(survey.responses.all()):
        Coding.objects.create(response=response, theme=row if place % 2 else other)
    quote(survey, state="approved")
    release(survey)
    preview, address = f"{DESK}apercu/", f"{DESK}questions/words/"
    assert row.label in client.get(preview).text
    client.post(address, {"publier": "non", "partie": "themes"})
    page = client.get(preview).text
    assert row.label not in page
    assert "Il faut des exemples." in page
    client.post(address, {"publier": "non", "partie": "citations"})
    assert "Il faut des exemples." not in client.get(preview).text
    assert "1 citation validée" in plain(client.get(DESK).text)
    client.post(address, {"publier": "oui", "partie": "themes", "ici": "1"})
    assert row.label in client.get(preview).text


def test_a_comparison_that_is_not_published_is_told_before_it_is_asked(client):
    survey = published()
    made = survey.releases.get()
    made.tables.filter(question="grid", crossing="level").delete()
    made.withheld = [{"question": "grid", "item": "a", "crossing": "level", "why": "trop fin"}]
    made.save()
    page = plain(client.get(f"{PAGE}grid/").text)
    assert "Pas de comparaison par type de collectivité : " in page
    desk = client.get(f"{DESK}questions/grid/").text
    assert "trop fin" in desk
