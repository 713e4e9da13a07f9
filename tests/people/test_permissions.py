"""Predicates and querysets say the same thing."""

import pytest
from django.contrib.auth.models import AnonymousUser

from aict.people import permissions
from aict.people.models import Membership, User
from tests.people import factories

pytestmark = pytest.mark.django_db


def crowd():
    people = [
        factories.officer(),
        factories.officer(confirmed=False),
        factories.officer(territory=factories.territory("region", "53", "Bretagne")),
        factories.officer(is_active=False),
        factories.coordinator(),
        factories.administrator(),
    ]
    factories.membership(person=people[4], confirmed=False)
    factories.membership(person=people[5], confirmed=False)
    return people


def test_membership_predicate_agrees_with_queryset():
    for user in [*crowd(), AnonymousUser()]:
        found = set(Membership.objects.decidable_by(user))
        every = Membership.objects.all()
        assert found == {m for m in every if permissions.decides_membership(user, m)}, user


def test_memberships_are_seen_by_coordinators_and_by_who_holds_them():
    for user in [*crowd(), AnonymousUser()]:
        found, every = set(Membership.objects.visible_to(user)), Membership.objects.all()
        coordinates = user.is_authenticated and user.is_coordinator
        assert found == {m for m in every if coordinates or m.user_id == user.pk}, user


def test_member_predicate_agrees_with_queryset():
    people, place = crowd(), factories.territory()
    expected = {person for person in people if permissions.is_member_of(person, place)}
    assert set(User.objects.members_of(place)) == expected == {people[0]}
    assert not permissions.is_member_of(AnonymousUser(), place)


def test_role_predicate_agrees_with_queryset():
    for user in [*crowd(), AnonymousUser()]:
        expected = {p for p in User.objects.all() if permissions.changes_role(user, p)}
        assert set(User.objects.role_changeable_by(user)) == expected


def test_roles():
    officer, coordinator, administrator = (
        crowd()[0],
        factories.coordinator(),
        factories.administrator(),
    )
    assert [permissions.coordinates(u) for u in (officer, coordinator, administrator)] == [
        False,
        True,
        True,
    ]
    assert [permissions.administers(u) for u in (officer, coordinator, administrator)] == [
        False,
        False,
        True,
    ]
    assert [u.is_staff for u in (officer, coordinator, administrator)] == [False, False, True]
    assert not permissions.coordinates(AnonymousUser())


def test_a_suspended_administrator_can_nothing():
    gone = factories.administrator(is_active=False)
    assert not gone.has_perm("people.change_user")
    assert not permissions.administers(gone)
