"""The accounts of the demonstration."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from aict.people.demo import DEMO_ACCOUNTS, DEMO_PASSWORD, create_demo_accounts
from aict.people.models import Membership, Role, User
from tests.people import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    factories.territory()
    factories.territory("region", "53", "Bretagne")
    factories.service()
    factories.service("developpement-economique", "Développement économique")


def test_twice_makes_five(places):
    for _ in range(2):
        people = create_demo_accounts()
    assert len(people) == User.objects.count() == len(DEMO_ACCOUNTS) == 5
    assert Membership.objects.confirmed().count() == 2
    assert {person.role for person in people} == set(Role.values)
    assert all(person.email.endswith(".example") for person in people)


def test_they_can_sign_in_by_password(places, client, settings):
    create_demo_accounts()
    for account in DEMO_ACCOUNTS:
        fresh = type(client)()
        fresh.post("/compte/connexion/", {"login": account.email, "password": DEMO_PASSWORD})
        assert "_auth_user_id" in fresh.session


def test_never_outside_a_demonstration(places, settings, client):
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured):
        create_demo_accounts()
    assert not User.objects.exists()
    assert DEMO_PASSWORD not in client.get("/compte/connexion/").content.decode()
