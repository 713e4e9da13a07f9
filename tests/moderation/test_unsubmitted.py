"""Drafts ready and forgotten: told weekly for a month, then left in peace."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from aict.moderation import unsubmitted
from aict.moderation.gate import apply
from aict.moderation.models import Contribution, Revision
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def left_for(days: int, **changes) -> Contribution:
    draft = workflow.draft(people.officer(), **changes)
    Revision.objects.filter(contribution=draft).update(at=timezone.now() - timedelta(days=days))
    return draft


@pytest.mark.parametrize(("days", "told"), [(1, False), (4, True), (30, True), (40, False)])
def test_only_what_was_left_alone_and_not_given_up(days, told):
    draft = left_for(days)
    assert unsubmitted.ready() == ([draft] if told else [])


def test_what_lacks_something_or_is_submitted_or_fictional_is_not_told():
    left_for(5, title="")
    submitted = left_for(5)
    apply(submitted, "submit", submitted.created_by)
    Contribution.objects.filter(pk=left_for(5).pk).update(fictional=True)
    assert unsubmitted.ready() == []


def test_one_mail_for_a_person_and_none_for_what_was_done_meanwhile():
    draft = left_for(5)
    assert unsubmitted.remind_unsubmitted() == 1
    unsubmitted.tell_unsubmitted(draft.created_by_id, [draft.pk])
    assert str(draft.token) in mail.outbox[-1].body
    apply(draft, "submit", draft.created_by)
    mail.outbox.clear()
    unsubmitted.tell_unsubmitted(draft.created_by_id, [draft.pk])
    assert mail.outbox == []
