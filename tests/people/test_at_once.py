"""Two people who decide at the same moment."""

import pytest
from django.core.exceptions import PermissionDenied

from aict.people import erasure, memberships, roles
from aict.people.models import Membership, PeopleEntry, Role, User
from tests.people import factories
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_coordinator_wins_and_the_other_is_told():
    membership = factories.membership(confirmed=False)
    one, two = factories.coordinator(), factories.coordinator()
    outcomes = together(
        lambda: memberships.confirm(Membership.objects.get(pk=membership.pk), one),
        lambda: memberships.refuse(Membership.objects.get(pk=membership.pk), two, "Inconnue."),
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) in [
        ["AlreadyDecidedError", "PeopleEntry"],
        ["DoesNotExist", "PeopleEntry"],
    ]
    decided = PeopleEntry.objects.filter(action__in=["confirmed", "refused"])
    assert decided.count() == 1


def test_two_administrators_who_demote_each_other_leave_one():
    one, two = factories.administrator(), factories.administrator()
    outcomes = together(
        lambda: roles.change(two, Role.OFFICER, one), lambda: roles.change(one, Role.OFFICER, two)
    )
    assert [type(o) for o in outcomes if isinstance(o, Exception)] == [PermissionDenied]
    assert User.objects.administrators().count() == 1


def test_two_administrators_who_leave_at_once_leave_one():
    one, two = factories.administrator(), factories.administrator()
    outcomes = together(lambda: erasure.erase(one, None), lambda: erasure.erase(two, None))
    refused = [type(outcome) for outcome in outcomes if isinstance(outcome, Exception)]
    assert refused == [erasure.ErasureRefusedError]
    assert User.objects.administrators().count() == 1
