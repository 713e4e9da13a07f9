"""What was done of the answers: written, put on line, told to who follows the need."""

import pytest
from django.core import mail
from django.utils import timezone

from aict.alerts.digest import news_of
from surveys.followup import tasks, writing
from surveys.followup.models import FollowUp
from tests.alerts.factories import STARTED, alert, told
from tests.followup.making import follow_up, need
from tests.people import factories as people
from tests.results import publications
from tests.surveys import making

pytestmark = pytest.mark.django_db
TOLD = {"text": "Un guide est paru.", "need": "", "link": "", "day": "2026-06-01", "version": "0"}
BOARD = "/enquetes/gestion/petite-enquete/suites/"


@pytest.fixture
def coordinator(client):
    person = people.coordinator()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return person


def test_written_twice_by_a_double_click_is_one(client, coordinator):
    making.survey(state="closed")
    for _click in range(2):
        assert client.post(f"{BOARD}ajouter/", TOLD)["Location"] == BOARD
    row = FollowUp.objects.get()
    assert (row.state, row.journal.count()) == ("draft", 1)
    assert "1\u00a0suite" in client.get(BOARD).text


def test_nothing_lost_when_something_lacks(client, coordinator):
    making.survey(state="closed")
    answer = client.post(f"{BOARD}ajouter/", TOLD | {"day": "hier"})
    assert answer.status_code == 422
    assert "Un guide est paru." in answer.text
    assert client.post(f"{BOARD}ajouter/", TOLD | {"text": ""}).status_code == 422


def test_a_stale_change_is_refused_and_kept_in_the_form(client, coordinator):
    row = follow_up()
    address = f"{BOARD}{row.pk}/"
    assert client.post(address, TOLD | {"version": "1"})["Location"] == BOARD
    answer = client.post(address, TOLD | {"version": "1", "text": "Mon autre texte."})
    assert answer.status_code == 409
    assert "Mon autre texte." in answer.text
    assert "Un guide est paru." in answer.text
    row.refresh_from_db()
    assert row.text == "Un guide est paru."


def test_published_only_with_the_results(client, coordinator):
    row = follow_up(making.survey(state="closed"))
    client.post(f"{BOARD}{row.pk}/changer/")
    row.refresh_from_db()
    assert row.state == "draft"
    row.survey.state = "published"
    row.survey.save()
    for _click in range(2):
        client.post(f"{BOARD}{row.pk}/changer/")
    assert FollowUp.objects.on_line().get() == row
    client.post(f"{BOARD}{row.pk}/changer/", {"retirer": "1"})
    assert FollowUp.objects.on_line().count() == 1
    client.post(f"{BOARD}{row.pk}/changer/", {"retirer": "1", "pourquoi": "Erreur de date."})
    assert not FollowUp.objects.on_line().exists()
    assert row.journal.first().comment == "Erreur de date."


def test_withdrawn_results_take_them_away():
    row = follow_up(state="published")
    row.survey.state = "closed"
    row.survey.save()
    assert not FollowUp.objects.on_line().exists()


def test_followers_of_the_need_are_told_once(client, monkeypatch):
    by, wanted = people.coordinator(), need()
    alert(need=wanted, section="")
    alert("autre@exemple.example", need=need("m-outiller", "Outils"), section="")
    asked = []
    monkeypatch.setattr(tasks.tell_followers, "defer", lambda **told: asked.append(told))
    row = follow_up(need=wanted, link="https://exemple.example/guide")
    writing.publish(row, by)
    assert asked == [{"follow_up_id": row.pk}]
    sent = []
    monkeypatch.setattr(tasks.tell_follower, "defer", lambda **told: sent.append(told))
    assert tasks.tell_followers(row.pk) == 1
    assert tasks.tell_follower(**sent[0])
    [message] = mail.outbox
    assert "Me former" in message.subject
    assert "Trois ateliers" in message.body
    assert "https://exemple.example/guide" in message.body
    assert "List-Unsubscribe" in message.extra_headers
    writing.withdraw(row, "Non.", by)
    assert tasks.tell_followers(row.pk) == 0
    writing.publish(row, by)
    assert len(asked) == 1


def test_the_feed_holds_what_is_on_line(client):
    survey = making.survey(state="published", fictional=True)
    follow_up(survey, "published", need=need())
    follow_up(survey, text="En préparation.")
    feed = client.get("/enquetes/suites.atom").text
    assert "Me former (exemple fictif)" in feed
    assert "En préparation" not in feed
    assert "Trois ateliers" in client.get("/enquetes/suites.atom?besoin=me-former").text
    assert client.get("/enquetes/suites.atom?besoin=rien").status_code == 400


def test_a_need_is_followed_as_a_territory_is(client):
    wanted = need("trouver-des-exemples", "Trouver des exemples")
    page = client.get("/alertes/creer/?besoin=trouver-des-exemples")
    assert "Le besoin\u202f: Trouver des exemples" in page.text
    assert client.get("/alertes/creer/?besoin=rien").status_code == 400
    told()
    news = news_of(alert(need=wanted, section=""), STARTED, timezone.now())
    assert [part.section.slug for part in news.parts] == ["pratiques"]


def test_as_many_queries_for_one_follow_up_as_for_three(
    client, coordinator, django_assert_num_queries
):
    survey = making.survey(state="published")
    follow_up(survey, need=need())
    client.get(BOARD)
    with django_assert_num_queries(5):
        client.get(BOARD)
    for text in ("Un guide.", "Un atelier."):
        follow_up(survey, text=text)
    with django_assert_num_queries(5):
        assert "3\u00a0suites" in client.get(BOARD).text


def test_what_was_done_is_read_with_the_results(client):
    survey = publications.published()
    follow_up(survey, "published", need=need())
    page = client.get("/enquetes/petite-enquete/resultats/").text
    assert '<section class="stack follow-ups"' in page
    assert "Trois ateliers sont ouverts." in page
