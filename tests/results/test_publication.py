"""Preparing, commenting, previewing and publishing results."""

import pytest

from surveys.results import kept, releasing
from surveys.results.models import QuestionSetting
from surveys.results.settings import mark
from tests.people import factories as people
from tests.results.publications import counted, published, release
from tests.surveys import making

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
    assert client.post(address, told)["Location"] == f"{DESK}#reglage-grid"
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
