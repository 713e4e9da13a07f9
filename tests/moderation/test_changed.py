"""Who follows a page is told of what its team calls substantial, once it is on line."""

import pytest

from aict.moderation import changed, drafts
from aict.moderation.gate import apply
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    told = []
    monkeypatch.setattr(changed, "_told", [])
    changed.on_substantial_change(lambda *what: told.append(what))
    return told


def second_version(contribution, note):
    author = contribution.editors.get()
    lock_no = drafts.text_in_hand(contribution).lock_no
    drafts.save(contribution, {"teaser": "Autrement."}, lock_no, author)
    apply(contribution, "submit", author, note=note)


def test_an_accepted_update_with_a_note_is_told_once(heard):
    contribution = workflow.published().contribution
    second_version(contribution, "Le salon a changé de taille.")
    assert heard == [], "nothing is told before it is on line"
    apply(contribution, "accept", people.coordinator())
    assert heard == [(contribution, 2, "Le salon a changé de taille.")]


def test_a_first_version_and_an_update_without_a_note_are_not_told(heard):
    contribution = workflow.published().contribution
    second_version(contribution, "  ")
    apply(contribution, "accept", people.coordinator())
    assert heard == []


def test_demonstration_texts_tell_nobody(heard):
    contribution = workflow.published().contribution
    second_version(contribution, "Chiffres de 2026.")
    apply(contribution, "accept", people.coordinator(), quiet=True)
    assert heard == []


def test_registering_twice_tells_once(heard):
    function = changed._told[0]
    changed.on_substantial_change(function)
    assert changed._told == [function]


def test_what_fails_to_be_queued_undoes_the_acceptance(monkeypatch):
    def broken(contribution, number, note):
        raise RuntimeError("panne")

    contribution = workflow.published().contribution
    second_version(contribution, "Chiffres de 2026.")
    monkeypatch.setattr(changed, "_told", [broken])
    with pytest.raises(RuntimeError):
        apply(contribution, "accept", people.coordinator())
    assert contribution.revisions.filter(accepted=True).count() == 1
