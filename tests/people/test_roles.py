"""Who may change whose role."""

import pytest
from django.core.exceptions import PermissionDenied

from aict.people import roles, tasks
from aict.people.models import PeopleEntry, Role, User
from tests.people import factories

pytestmark = pytest.mark.django_db


def test_an_administrator_changes_the_role_of_another(mailoutbox):
    administrator, officer = factories.administrator(), factories.officer()
    entry = roles.change(officer, Role.COORDINATOR, administrator)
    officer.refresh_from_db()
    assert officer.role == Role.COORDINATOR
    assert (entry.action, entry.by) == (PeopleEntry.Action.ROLE, administrator)
    assert entry.detail == "Agent·e → Coordinateur·rice"
    assert tasks.send_mails(entry.pk) == 1
    assert mailoutbox[0].to == [officer.email]


def test_the_same_role_changes_nothing():
    officer = factories.officer()
    assert roles.change(officer, Role.OFFICER, factories.administrator()) is None
    assert not PeopleEntry.objects.exists()


def test_never_ones_own():
    administrator = factories.administrator()
    with pytest.raises(PermissionDenied):
        roles.change(administrator, Role.OFFICER, administrator)


@pytest.mark.parametrize("make", [factories.officer, factories.coordinator])
def test_nobody_else(make):
    with pytest.raises(PermissionDenied):
        roles.change(factories.officer(), Role.ADMINISTRATOR, make())


def test_an_administrator_demoted_meanwhile_changes_nothing():
    first, second = factories.administrator(), factories.administrator()
    roles.change(second, Role.OFFICER, first)
    with pytest.raises(PermissionDenied):
        roles.change(first, Role.OFFICER, second)  # second still thinks she administers
    assert User.objects.administrators().get() == first
