"""Agreements near their end: their team is told in time, once for each delay."""

from datetime import date, timedelta

import pytest
from django.core import mail

from partnerships import ending, tasks
from partnerships.models import EndReminder
from tests.partnerships import factories, workflow
from tests.people import factories as people

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 1)


def ends(days: int, **fields):
    return factories.partnership(date_end=TODAY + timedelta(days=days), **fields)


@pytest.mark.parametrize(
    ("days", "told"), [(200, None), (180, 180), (61, 180), (60, 60), (15, 15), (0, 15), (-1, None)]
)
def test_the_delay_reached_is_the_shortest_one(days, told):
    row = ends(days)
    assert ending.due(TODAY) == ([(row, told)] if told else [])


@pytest.mark.parametrize("stage", ["clos", "suspendu"])
def test_what_is_closed_or_suspended_is_left_in_peace(stage):
    ends(30, stage=stage, suspended_reason="Guerre.")
    assert ending.due(TODAY) == []


def test_one_mail_for_each_delay_and_anew_for_a_new_end():
    row = ends(30)
    assert ending.remember(row, 60)
    assert ending.due(TODAY) == []
    assert not ending.remember(row, 60)
    row.date_end = TODAY + timedelta(days=40)
    row.save()
    assert ending.due(TODAY) == [(row, 60)]


def test_the_team_reads_where_to_say_what_becomes_of_it():
    officer = people.officer()
    end = (date.today() + timedelta(days=20)).isoformat()  # noqa: DTZ011
    row = workflow.published(officer, date_signed="2020-01-01", date_end=end)
    assert tasks.remind_endings() == 1
    assert tasks.remind_endings() == 0
    tasks.tell_ending(row.pk, officer.pk)
    sent = mail.outbox[-1]
    assert sent.to == [officer.email]
    assert f"/partenariats/{row.slug}/modifier/" in sent.body
    assert EndReminder.objects.count() == 1


def test_an_agreement_of_nobody_is_the_coordination_s(db):
    coordinator = people.coordinator()
    row = ends(10)
    assert ending.told_people(row) == [coordinator]


def test_nothing_is_sent_of_what_was_withdrawn_meanwhile():
    row = ends(10, archived=True)
    tasks.tell_ending(row.pk, people.coordinator().pk)
    assert mail.outbox == []
