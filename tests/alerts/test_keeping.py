"""Pages kept, pages followed: told when their team says that something changed."""

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.alerts import changes, demo, signed
from aict.alerts.models import Bookmark
from aict.alerts.tasks import tell_change, tell_changed
from aict.moderation.gate import apply
from aict.people.export import export
from tests.alerts.factories import alert, told
from tests.moderation.test_changed import second_version
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def officer(client):
    person = people.officer()
    client.force_login(person, BACKEND)
    return person


@pytest.fixture
def sending(monkeypatch):
    monkeypatch.setattr(tell_change, "defer", lambda **kwargs: tell_change(**kwargs))


def test_kept_once_found_again_and_let_go(client, officer):
    page = told("Une saison de chefs")
    address = f"/compte/gardees/{page.contribution.token}/"
    assert "Garder cette page" in client.get(address).text
    for _twice in range(2):
        assert client.post(address)["Location"] == "/compte/gardees/"
    assert "Une saison de chefs" in client.get("/compte/gardees/").text
    assert "Vous gardez cette page" in client.get(address).text
    assert export(officer)["pages gardées"][0]["page"] == "Une saison de chefs"
    for _twice in range(2):
        client.post(address, {"retirer": "1"})
    assert not Bookmark.objects.exists()
    assert "aucune page" in client.get("/compte/gardees/").text


def test_a_page_off_line_is_not_kept_but_may_be_let_go(client, officer):
    page = told(archived=True)
    address = f"/compte/gardees/{page.contribution.token}/"
    assert client.get(address).status_code == client.post(address).status_code == 404
    Bookmark.objects.create(user=officer, contribution=page.contribution)
    assert "n’est plus en ligne" in client.get("/compte/gardees/").text
    assert client.post(address, {"retirer": "1"}).status_code == 302
    draft = workflow.draft(officer)
    assert client.get(f"/compte/gardees/{draft.token}/").status_code == 404


def test_each_one_keeps_its_own(client, officer):
    page = told("D’une autre")
    Bookmark.objects.create(user=people.officer(), contribution=page.contribution)
    assert "D’une autre" not in client.get("/compte/gardees/").text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [1, 3])
def test_kept_pages_take_the_same_queries(client, officer, count, django_assert_num_queries):
    for number in range(count):
        page = told(f"Saison {number}")
        Bookmark.objects.create(user=officer, contribution=page.contribution)
    client.get("/compte/gardees/")  # the words of cards are learnt once per process
    with django_assert_num_queries(4):
        assert client.get("/compte/gardees/").text.count("<article") == count


def test_a_substantial_change_is_told_once_to_each_address(officer, sending):
    page = told("Une saison").contribution
    alert(contribution=page)
    alert(user=officer, contribution=page)
    Bookmark.objects.create(user=officer, contribution=page)
    Bookmark.objects.create(user=people.officer(), contribution=page, told=False)
    Bookmark.objects.create(user=people.officer(is_active=False), contribution=page)
    for _twice in range(2):
        tell_changed(page.pk, 2, "Nouveaux chiffres de 2026.")
    assert sorted(sent.to[0] for sent in mail.outbox) == sorted(
        ["lectrice@exemple.example", officer.email]
    )
    assert mail.outbox[0].subject == "[AICT éco] du nouveau\u202f: «\u00a0Une saison\u00a0»"
    assert "Nouveaux chiffres de 2026." in mail.outbox[0].body
    assert "List-Unsubscribe" in mail.outbox[0].extra_headers


def test_a_page_withdrawn_meanwhile_tells_nothing(officer):
    page = told(archived=True).contribution
    kept = Bookmark.objects.create(user=officer, contribution=page)
    assert changes.send(kept, "Note") is False


def test_the_gate_queues_the_job_with_the_acceptance(officer):
    page = workflow.published(officer).contribution
    second_version(page, "Chiffres de 2026.")
    apply(page, "accept", people.coordinator())
    job = ProcrastinateJob.objects.get(task_name="alerts.tell_changed")
    assert job.args == {"contribution_id": page.pk, "number": 2, "note": "Chiffres de 2026."}


def test_a_page_is_followed_without_rhythm(client):
    page = told("Une saison", fictional=True).contribution
    address = f"/alertes/creer/?suivre={page.token}"
    text = client.get(address).text
    assert "Une saison" in text
    assert "À quel rythme" not in text
    assert client.post(address, {"email": "a@exemple.example"}).status_code == 302


def test_who_stops_keeps_the_page_and_gets_no_mail(client, officer):
    kept = Bookmark.objects.create(user=officer, contribution=told().contribution)
    client.post(f"/alertes/arreter/{signed.stop_key(kept)}/")
    kept.refresh_from_db()
    assert kept.told is False


def test_the_demonstration_officer_has_some_once(officer):
    told("Une saison", fictional=True)
    told("Une vraie")
    assert list(demo.load(officer)) == [*demo.SEARCHES, "Une saison"]
    Bookmark.objects.all().delete()
    assert list(demo.load(officer)) == []
