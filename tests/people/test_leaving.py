"""Handing over, exporting and erasing."""

import json

import pytest
from django.contrib.sessions.models import Session

from aict.people import erasure, holdings, memberships
from aict.people.export import export
from aict.people.models import PeopleEntry, User
from tests.people import factories

pytestmark = pytest.mark.django_db
Action = PeopleEntry.Action


@pytest.fixture
def moves(monkeypatch):
    """A room above that keeps three things in anybody's name, and remembers who got them."""
    seen = []

    def hand_over(user, heir, territory):
        seen.append((user.email, heir, territory))
        return 3

    toys = holdings.Holding(
        "jouets", "Jouets", lambda user, territory: 3, hand_over, lambda user: [{"nom": "toupie"}]
    )
    monkeypatch.setattr(holdings, "_holdings", {"jouets": toys})
    return seen


def test_leave_hands_over_what_is_held_there(moves):
    leaver, heir = factories.officer(), factories.officer()
    membership = leaver.memberships.get()
    assert memberships.leave(membership, heir) == 3
    assert moves == [(leaver.email, heir, membership.territory)]
    assert not leaver.memberships.exists()
    assert set(leaver.entries.values_list("action", flat=True)) == {Action.LEFT}
    assert heir.entries.get().action == Action.HANDED_OVER


def test_leave_one_of_two_services_keeps_what_is_held_there(moves):
    leaver = factories.officer()
    second = factories.membership(person=leaver, service_=factories.service("economie", "Économie"))
    assert memberships.leave(second, None) == 0
    assert moves == []


def test_erase_removes_the_person_and_keeps_the_journal(
    moves, client, mailoutbox, django_capture_on_commit_callbacks
):
    officer, coordinator = factories.officer(confirmed=False), factories.coordinator()
    memberships.confirm(officer.memberships.get(), coordinator)
    client.force_login(coordinator, "django.contrib.auth.backends.ModelBackend")
    email = coordinator.email
    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase(coordinator, None)
    assert not User.objects.filter(email=email).exists()
    entry = PeopleEntry.objects.get(action=Action.CONFIRMED)
    assert (entry.person, entry.by) == (officer, None)
    officer.memberships.get(confirmed_by=None, confirmed_at__isnull=False)
    assert moves == [(email, None, None)]
    assert [mail.to for mail in mailoutbox] == [[email]]
    assert client.get("/compte/").status_code == 302
    assert Session.objects.count() <= 1


def test_nothing_of_the_name_remains(moves):
    officer = factories.officer(name="Zélie Unique", email="zelie@unique.example")
    erasure.erase(officer, None)
    left = json.dumps([[str(v) for v in row] for row in PeopleEntry.objects.values_list()])
    assert "Zélie" not in left
    assert "zelie" not in left


def test_the_last_administrator_stays():
    last = factories.administrator()
    factories.administrator(is_active=False)
    with pytest.raises(erasure.ErasureRefusedError, match="dernière personne"):
        erasure.erase(last, None)
    factories.administrator()
    erasure.erase(last, None)


def test_export_gives_back_everything(moves):
    officer = factories.officer(name="Ada", function="Cheffe de projet")
    memberships.declare(
        officer, factories.territory("region", "53", "Bretagne"), factories.service()
    )
    document = export(officer)
    json.dumps(document)
    assert document["profil"]["nom"] == "Ada"
    assert [m["collectivité"] for m in document["appartenances"]] == [
        "Grenoble-Alpes-Métropole",
        "Bretagne",
    ]
    assert document["journal du compte"][0]["décision"] == "Appartenance déclarée"
    assert document["jouets"] == [{"nom": "toupie"}]
    assert document["connexion"]["mot de passe"] is True
    assert "password" not in json.dumps(document)
