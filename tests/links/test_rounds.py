"""A round: what is due, what breaks, who is told once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from aict.links import places, rounds, tasks
from aict.links.checker import Outcome
from aict.links.models import Link, broken_among
from aict.links.places import Place
from tests.partnerships import factories as rows
from tests.people import factories as people
from tests.practices import factories as practices

pytestmark = pytest.mark.django_db
DEAD, FINE = "https://mort.example/", "https://vivant.example/"


@pytest.fixture
def shown(monkeypatch):
    """What pages point at; a test fills it."""
    found = []
    monkeypatch.setattr(places, "_sources", {"essai": lambda: found})
    return found


def place(url, contribution=None):
    return Place(url, "Chambre de commerce", "/acteurs/chambre/", contribution and contribution.pk)


def checking(url):
    return Outcome("introuvable", 404) if url == DEAD else Outcome("", 200)


def a_day_later():
    Link.objects.update(checked_at=timezone.now() - timedelta(days=1))


def test_links_are_gathered_once_and_forgotten_when_no_page_shows_them(shown):
    shown += [place(DEAD), place(FINE), place(FINE), place("")]
    rounds.gather()
    assert rounds.gather() == 2
    del shown[0]
    rounds.gather()
    assert list(Link.objects.values_list("url", flat=True)) == [FINE]


def test_a_link_is_due_each_week_and_the_day_after_it_failed(shown):
    shown += [place(DEAD), place(FINE)]
    rounds.gather()
    assert rounds.check_some(checking, pause=0) == 2
    assert rounds.check_some(checking, pause=0) == 0
    a_day_later()
    assert [link.url for link in rounds.due()] == [DEAD]
    Link.objects.update(checked_at=timezone.now() - timedelta(days=7))
    assert rounds.due().count() == 2


def test_one_failure_is_not_shown_two_are_and_a_return_is_forgiven(shown):
    shown += [place(DEAD)]
    rounds.gather()
    rounds.check_some(checking, pause=0)
    assert broken_among([DEAD]) == set()
    a_day_later()
    rounds.check_some(checking, pause=0)
    link = Link.objects.get()
    assert broken_among([DEAD, FINE, ""]) == {DEAD}
    assert (link.failures, link.status, link.problem) == (2, 404, "introuvable")
    assert link.failing_since < link.checked_at
    a_day_later()
    rounds.check_some(lambda url: Outcome("", 200), pause=0)
    link.refresh_from_db()
    assert (link.failures, link.failing_since, link.told_at) == (0, None, None)


def test_the_owner_is_told_once_and_the_coordination_where_nobody_owns(shown):
    owner, coordinator = people.officer(), people.coordinator()
    owned, orphan = practices.contribution("À quelqu’un"), practices.contribution("À personne")
    owned.editors.add(owner)
    shown += [place(DEAD, owned), place("https://autre.example/", orphan)]
    rounds.gather()
    Link.objects.update(failures=2)
    told = rounds.to_tell()
    assert {person: len(letters) for person, letters in told.items()} == {
        owner.pk: 1,
        coordinator.pk: 1,
    }
    tasks.tell_owners()
    assert rounds.to_tell() == {}


def test_the_letter_names_the_link_and_the_page(shown):
    person = people.officer()
    letter = [{"title": "Chambre", "url": DEAD, "page": "/acteurs/chambre/", "contribution_id": 1}]
    assert tasks.send_letter(person.pk, letter) == 1
    assert DEAD in mail.outbox[0].body
    assert "/acteurs/chambre/" in mail.outbox[0].body
    person.delete()
    assert tasks.send_letter(person.pk, letter) == 0


def test_each_address_of_the_second_room_is_known():
    seen = "https://www.exemple.fr/"
    rows.actor(website=seen + "site", source_url=seen + "source")
    rows.funding(apply_url=seen + "candidater", info_url=seen + "info", archived=True)
    rows.funding(apply_url=seen + "candidater2", info_url=seen + "info2")
    rows.partnership(source_url=seen + "accord")
    found = {place.url.removeprefix(seen): place.page for place in places.everywhere()}
    assert found.keys() == {"site", "source", "candidater2", "info2", "accord"}
    assert found["accord"].startswith("/partenariats/")


def test_coordinators_see_what_fails_and_where(client, shown):
    shown += [place(DEAD), place(FINE)]
    rounds.gather()
    Link.objects.filter(url=DEAD).update(
        failures=2, problem="introuvable", failing_since=timezone.now(), checked_at=timezone.now()
    )
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    page = client.get("/liens/").content.decode()
    assert DEAD in page
    assert FINE not in page
    assert "La page n’existe plus" in page
    assert "/acteurs/chambre/" in page
