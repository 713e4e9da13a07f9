"""Kinds that a coordinator publishes without a second person: journaled, restorable, closed to others."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import State
from aict.moderation.readiness import NotReady
from practices.models import Practice
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db


@pytest.fixture
def direct(monkeypatch):
    monkeypatch.setitem(KINDS, "practice", replace(KINDS["practice"], direct=True))


@pytest.fixture
def coordinator():
    return people.coordinator()


def test_a_coordinator_publishes_her_own_text(direct, coordinator):
    contribution = workflow.draft(coordinator)
    entry = apply(contribution, "publish", coordinator)
    contribution.refresh_from_db()
    assert (contribution.state, contribution.live) == (State.PUBLISHED, True)
    assert (entry.by, entry.number, entry.label) == (coordinator, 1, "Publié directement")
    assert contribution.revisions.get().accepted


def test_what_lacks_is_asked_all_the_same(direct, coordinator):
    contribution = workflow.draft(coordinator, title="")
    with pytest.raises(NotReady):
        apply(contribution, "publish", coordinator)
    assert not Practice.objects.exists()


def test_an_officer_goes_through_moderation(direct):
    contribution = workflow.draft()
    with pytest.raises(PermissionDenied):
        apply(contribution, "publish", contribution.editors.get())


def test_other_kinds_want_a_second_person(coordinator):
    with pytest.raises(PermissionDenied):
        apply(workflow.draft(coordinator), "publish", coordinator)


def test_a_former_version_comes_back(direct, coordinator):
    contribution = workflow.draft(coordinator)
    apply(contribution, "publish", coordinator)
    for data in ({"title": "Un autre titre"}, None):
        if data:
            lock = drafts.text_in_hand(contribution).lock_no
            drafts.save(contribution, data, lock, coordinator)
        else:
            drafts.restore(contribution, 1, coordinator)
        contribution.refresh_from_db()
        apply(contribution, "publish", coordinator)
    assert Practice.objects.get().title == "Accompagner dix entreprises sur un salon"
    assert contribution.revisions.count() == 3


def test_the_check_offers_to_publish(direct, coordinator, client):
    client.force_login(coordinator, "django.contrib.auth.backends.ModelBackend")
    token = workflow.draft(coordinator).token
    address = reverse("moderation:change", args=[token, "publish"])
    assert address in client.get(reverse("practices:check", args=[token])).text
    assert client.post(address).status_code == 302
    assert Practice.objects.published().exists()
