"""What becomes of contributions when their editor leaves."""

import json

import pytest

from aict.moderation import reading_gate
from aict.moderation.models import Contribution, JournalEntry, Revision
from aict.people import erasure, memberships
from aict.people.export import export
from tests.people import factories
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def test_leaving_a_service_moves_its_contributions_to_the_heir():
    leaver, heir = factories.officer(), factories.officer()
    here = workflow.submitted(leaver)
    elsewhere = workflow.draft(leaver)
    Contribution.objects.filter(pk=elsewhere.pk).update(
        territory=factories.territory("region", "53", "Bretagne")
    )
    assert memberships.leave(leaver.memberships.get(), heir) == 1
    assert list(here.editors.all()) == [heir]
    assert list(elsewhere.editors.all()) == [leaver]


def test_erasing_keeps_texts_and_journal_without_the_name():
    officer, heir = factories.officer(name="Zélie Unique"), factories.officer()
    contribution = workflow.submitted(officer)
    before = list(Revision.objects.values_list("number", "data"))
    erasure.erase(officer, heir)
    contribution.refresh_from_db()
    assert contribution.created_by is None
    assert list(contribution.editors.all()) == [heir]
    assert list(Revision.objects.values_list("number", "data")) == before
    assert set(Revision.objects.values_list("author", flat=True)) == {None}
    assert JournalEntry.objects.filter(by=None, contribution=contribution).exists()


def test_without_heir_the_coordination_takes_over():
    officer = factories.officer()
    contribution = workflow.submitted(officer)
    erasure.erase(officer, None)
    assert not contribution.editors.exists()
    assert contribution in Contribution.objects.editable_by(factories.coordinator())


def test_the_export_holds_ones_texts_and_decisions_only():
    officer, other = factories.officer(), factories.officer()
    workflow.submitted(officer)
    workflow.submitted(other)
    (mine,) = export(officer)["contributions"]
    json.dumps(mine)
    assert mine["mes gestes"][0]["geste"] == "submit"
    assert mine["mes textes"][0]["texte"]["title"] == mine["titre"]


def test_who_erases_her_account_is_no_longer_waited_on_for_a_reading():
    contribution, reader = workflow.submitted(), factories.officer()
    asked = reading_gate.ask(contribution, reader, factories.coordinator())
    memberships.leave(reader.memberships.get(), None)
    asked.refresh_from_db()
    assert asked.state == "asked", "she left one service, not the site"
    erasure.erase(reader, None)
    asked.refresh_from_db()
    assert (asked.state, asked.person) == ("closed", None)
