"""Declaring, confirming, refusing, leaving."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.people import domains, memberships, tasks
from aict.people.models import MailDomain, Membership, PeopleEntry
from tests.people import factories

pytestmark = pytest.mark.django_db
Action = PeopleEntry.Action


def queued():
    """Journal entries whose mails wait for the worker, oldest first."""
    jobs = ProcrastinateJob.objects.filter(task_name="people.mails").order_by("id")
    return [PeopleEntry.objects.get(pk=job.args["entry_id"]) for job in jobs]


def waiting(**fields):
    return factories.membership(confirmed=False, **fields)


def test_declare_journals_and_tells_the_coordination(mailoutbox):
    coordinator, officer = factories.coordinator(), factories.user()
    factories.officer()
    membership = memberships.declare(officer, factories.territory(), factories.service())
    assert membership.confirmed_at is None
    assert [entry.action for entry in queued()] == [Action.DECLARED]
    assert tasks.send_mails(queued()[0].pk) == 1
    assert mailoutbox[0].to == [coordinator.email]
    assert officer.email in mailoutbox[0].body


def test_declare_twice_is_refused():
    membership = waiting()
    with pytest.raises(ValidationError, match="déjà déclaré"):
        memberships.declare(membership.user, membership.territory, membership.service)


def test_confirm_journals_tells_the_person_and_remembers_her_domain(mailoutbox):
    coordinator = factories.coordinator()
    membership = waiting(person=factories.user(email="x@grenoble.example"))
    memberships.confirm(membership, coordinator)
    membership.refresh_from_db()
    assert (membership.confirmed_by, membership.confirmed_at is None) == (coordinator, False)
    entry = PeopleEntry.objects.get(action=Action.CONFIRMED)
    assert (entry.person, entry.by) == (membership.user, coordinator)
    tasks.send_mails(queued()[0].pk)
    assert mailoutbox[0].to == ["x@grenoble.example"]
    colleague = factories.user(email="y@grenoble.example")
    assert domains.suggested_territory(colleague) == membership.territory


def test_a_public_mail_domain_suggests_nothing():
    memberships.confirm(
        waiting(person=factories.user(email="x@orange.fr")), factories.coordinator()
    )
    assert not MailDomain.objects.exists()
    assert domains.suggested_territory(factories.user(email="y@orange.fr")) is None


def test_refuse_keeps_the_reason_in_the_journal_only(mailoutbox):
    membership, coordinator = waiting(), factories.coordinator()
    person = membership.user
    memberships.refuse(membership, coordinator, "Adresse inconnue du service.")
    assert not person.memberships.exists()
    assert person.entries.get().detail == "Adresse inconnue du service."
    tasks.send_mails(queued()[0].pk)
    assert "Adresse inconnue du service." in mailoutbox[0].body


def test_refuse_without_a_reason_is_refused():
    with pytest.raises(ValidationError):
        memberships.refuse(waiting(), factories.coordinator(), "  ")


@pytest.mark.parametrize("decide", ["confirm", "refuse"])
def test_an_officer_decides_nothing(decide):
    with pytest.raises(PermissionDenied):
        act(decide, waiting(), factories.officer())
    assert Membership.objects.waiting().count() == 1


@pytest.mark.parametrize("make", [factories.coordinator, factories.administrator])
@pytest.mark.parametrize("decide", ["confirm", "refuse"])
def test_nobody_decides_on_her_own(decide, make):
    person = make()
    with pytest.raises(PermissionDenied):
        act(decide, waiting(person=person), person)


def test_the_database_refuses_a_self_confirmation():
    person = factories.coordinator()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.membership(person=person, by=person)


@pytest.mark.parametrize("decide", ["confirm", "refuse"])
def test_the_second_coordinator_is_told_who_was_first(decide):
    membership, first = waiting(), factories.coordinator(name="Ada Première")
    stale = Membership.objects.get(pk=membership.pk)
    memberships.confirm(membership, first)
    with pytest.raises(memberships.AlreadyDecidedError, match="Ada Première"):
        act(decide, stale, factories.coordinator())
    assert PeopleEntry.objects.filter(action=Action.CONFIRMED).count() == 1


def act(decide, membership, by):
    if decide == "confirm":
        return memberships.confirm(membership, by)
    return memberships.refuse(membership, by, "Non.")


def test_what_an_unverified_person_declares_waits_for_her_address():
    person = factories.user(verified=False)
    memberships.declare(person, factories.territory(), factories.service(), announced=False)
    assert queued() == []
    assert not Membership.objects.waiting().verified().exists()
    memberships.announce(person)
    assert [entry.person for entry in queued()] == [person]


def test_heirs_are_the_other_confirmed_members():
    place = factories.territory()
    leaver, colleague = factories.officer(), factories.officer()
    factories.officer(confirmed=False)
    factories.officer(is_active=False)
    factories.officer(territory=factories.territory("region", "53", "Bretagne"))
    assert list(memberships.heirs(leaver, [place])) == [colleague]
