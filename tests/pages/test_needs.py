"""The pages of needs: what answers them, by the taxonomies that lists share."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from aict.listing.models import Clock
from aict.listing.registry import SECTIONS
from aict.listing.selection import read
from aict.pages.navigation import exists
from aict.taxonomies import loader
from aict.taxonomies.definitions import need_doors
from aict.taxonomies.models import Need
from surveys.models import Survey
from surveys.results import kept
from tests.alerts.factories import alert
from tests.followup.making import follow_up, need
from tests.practices.factories import practice
from tests.results import publications
from tests.surveys import making


@pytest.mark.django_db
def test_every_need_has_doors_that_hold():
    loader.load()
    assert set(need_doors()) == set(Need.objects.in_use().values_list("slug", flat=True))
    for doors in need_doors().values():
        assert doors.lists
        for told in doors.lists:
            read(SECTIONS[told.list].listing, QueryDict(told.query))
        assert [path for _words, path in doors.ways if not exists(path)] == []


@pytest.mark.django_db
def test_the_page_shows_what_answers(client):
    need("trouver-des-exemples", "Trouver des exemples")
    practice(title="Une saison à Fès")
    page = client.get("/besoins/trouver-des-exemples/")
    assert "Une saison à Fès" in page.text
    assert "1\u00a0pratique" in page.text
    assert "?besoin=trouver-des-exemples" in page.text
    assert "Trouver des exemples" in client.get("/besoins/").text


@pytest.mark.django_db
def test_an_unknown_or_retired_need_is_not_there(client):
    retired = need()
    retired.retired = True
    retired.save()
    assert client.get("/besoins/me-former/").status_code == 404
    assert "Me former" not in client.get("/besoins/").text


@pytest.mark.django_db
def test_few_followers_are_not_counted(client):
    wanted = need()
    for n in range(4):
        alert(f"lectrice{n}@exemple.example", need=wanted, section="")
    assert "suivent ce besoin" not in client.get("/besoins/me-former/").text
    alert("lectrice5@exemple.example", need=wanted, section="")
    assert "5\u00a0personnes suivent ce besoin" in client.get("/besoins/me-former/").text


@pytest.mark.django_db
def test_what_was_done_is_on_the_page(client):
    follow_up(state="published", need=need())
    follow_up_text = "Trois ateliers sont ouverts."
    assert follow_up_text in client.get("/besoins/me-former/").text


def asked_about(slug: str, survey: str) -> None:
    """A published survey of thirty answers, one row of which is about that need."""
    form = making.small()
    grid = next(q for s in form["sections"] for q in s["questions"] if q["id"] == "grid")
    grid["rows"][0]["need"] = slug
    found = making.survey(state="published", slug=survey, questionnaire=form, fictional=True)
    for number in range(30):
        making.sent(found, publications.answers(number))
    publications.release(found).survey.releases.update(published_at=timezone.now())
    Clock.tick("survey")


@pytest.fixture(autouse=True)
def _nothing_kept():
    kept.forget()


@pytest.mark.django_db(transaction=True)
def test_as_many_queries_for_one_row_as_for_three(client, django_assert_num_queries):
    need("trouver-des-exemples", "Trouver des exemples")
    practice(title="Une")
    asked_about("trouver-des-exemples", "une")
    client.get("/besoins/trouver-des-exemples/")
    with django_assert_num_queries(9):
        client.get("/besoins/trouver-des-exemples/")
    practice(title="Deux")
    practice(title="Trois")
    asked_about("trouver-des-exemples", "deux")
    asked_about("trouver-des-exemples", "trois")
    assert client.get("/besoins/trouver-des-exemples/").text.count("Ce qu’en dit l’enquête") == 3
    with django_assert_num_queries(9):
        client.get("/besoins/trouver-des-exemples/")


@pytest.mark.django_db
def test_what_a_published_survey_says_of_it(client):
    need("partager-les-roles", "Partager les rôles")
    need()
    asked_about("me-former", "une")
    page = client.get("/besoins/me-former/").text
    assert "Ce qu’en dit l’enquête" in page
    assert "33\u202f%" in page
    whole = client.get("/besoins/").text
    assert "33\u202f%" in whole
    assert whole.index("Me former") < whole.index("Partager les rôles")
    publications.switch_off(Survey.objects.get(), "grid")
    Clock.tick("survey")
    assert "Ce qu’en dit l’enquête" not in client.get("/besoins/me-former/").text
    assert "33\u202f%" not in client.get("/besoins/").text
