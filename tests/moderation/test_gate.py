"""What a change of state asks, makes and refuses; the full product is in test_every_transition.py."""

import pytest
from django.core.exceptions import PermissionDenied

from aict.listing.addresses import moved
from aict.moderation import readiness
from aict.moderation.binding import bind_all
from aict.moderation.gate import apply
from aict.moderation.models import State
from aict.moderation.readiness import NotReady, Ready, Refused
from practices.models import Practice
from tests.people import factories as people
from tests.practices import workflow as practices

pytestmark = pytest.mark.django_db


def test_submitting_an_incomplete_text_says_what_lacks_and_changes_nothing():
    contribution = practices.draft(title="", countries=["ZZ"])
    with pytest.raises(NotReady) as refused:
        apply(contribution, "submit", contribution.editors.get())
    assert {part for part, *_ in refused.value.missing} == {"essentiel"}
    assert {field for _, field, *_ in refused.value.missing} >= {"id_title"}
    assert "Titre" in str(refused.value)
    contribution.refresh_from_db()
    assert contribution.state == State.DRAFT
    assert contribution.revisions.get().number is None


def test_a_cooperation_lacks_its_three_marks():
    contribution = practices.draft(category="cooperation")
    with pytest.raises(NotReady) as refused:
        apply(contribution, "submit", contribution.editors.get())
    words = str(refused.value)
    assert "Partenariat" in words
    assert "Bénéfices ici" in words
    assert "Nommez au moins un acteur économique ici." in words


def test_acceptance_makes_the_live_row_from_the_text():
    practice = practices.published(data=practices.cooperation())
    assert practice.partnership.title == "Grenoble – Essaouira"
    assert (practice.partnership.kind, practice.partnership.state) == ("partnership", "draft")
    assert list(practice.partnership.editors.all()) == list(practice.contribution.editors.all())
    assert [p.side for p in practice.partners.all()] == ["ici", "la-bas"]
    assert [c.code for c in practice.countries.all()] == ["MA"]
    assert practice.contribution.state == State.PUBLISHED
    assert practice.contribution.authorised_by_function == "Direction générale des services"
    assert practice.stamp > 0


def test_a_coordinator_who_wrote_the_text_cannot_approve_it():
    from aict.moderation import drafts

    contribution = practices.draft()
    writer = people.coordinator()
    drafts.save(contribution, {"teaser": "Relu en entretien."}, 1, writer)
    apply(contribution, "submit", contribution.editors.get())
    with pytest.raises(PermissionDenied):
        apply(contribution, "accept", writer)
    apply(contribution, "accept", people.coordinator())


def test_deciding_on_a_version_one_did_not_read_is_refused():
    contribution = practices.submitted()
    with pytest.raises(Refused, match="Le texte a changé"):
        apply(contribution, "accept", people.coordinator(), expected=7)


def test_the_second_of_two_decisions_is_told_who_was_first():
    contribution = practices.submitted()
    first, second = people.coordinator(name="Première"), people.coordinator()
    apply(contribution, "accept", first)
    asked = [{"reason": "inexact", "field": "", "comment": "Non."}]
    with pytest.raises(Refused, match=r"Publié.*Première"):
        apply(contribution, "send_back", second, corrections=asked)


def test_sending_back_needs_a_reason():
    with pytest.raises(Refused, match="au moins un motif"):
        apply(practices.submitted(), "send_back", people.coordinator())


def test_the_live_version_stays_until_the_update_is_accepted():
    practice = practices.published()
    author = practice.contribution.editors.get()
    from aict.moderation import drafts

    drafts.save(practice.contribution, {"title": "Accompagner vingt entreprises"}, 1, author)
    practice.contribution.refresh_from_db()
    apply(practice.contribution, "submit", author, note="Le salon a changé de taille.")
    practice.refresh_from_db()
    assert practice.title == "Accompagner dix entreprises sur un salon"
    apply(practice.contribution, "accept", people.coordinator())
    practice = Practice.objects.get(pk=practice.pk)
    assert practice.title == "Accompagner vingt entreprises"
    assert practice.slug == "accompagner-vingt-entreprises"
    assert moved(Practice, "accompagner-dix-entreprises-sur-un-salon") == practice


def test_a_failing_publication_leaves_no_half_written_row(monkeypatch):
    contribution = practices.submitted()

    def broken(practice):
        raise RuntimeError("panne")

    monkeypatch.setattr(Practice, "refresh_listing", broken)
    with pytest.raises(RuntimeError):
        apply(contribution, "accept", people.coordinator())
    contribution.refresh_from_db()
    assert contribution.state == State.SUBMITTED
    assert not Practice.objects.exists()
    assert contribution.journal.count() == 1


def counting(monkeypatch) -> list:
    """The texts that `readiness` binds from now on."""
    bound = []
    monkeypatch.setattr(readiness, "bind_all", lambda *a: bound.append(a[1]) or bind_all(*a))
    return bound


def test_a_text_just_found_ready_is_not_validated_again_by_who_says_so(monkeypatch):
    contribution, ready = practices.draft(), Ready()
    bound = counting(monkeypatch)
    apply(contribution, "submit", contribution.editors.get(), ready=ready)
    apply(contribution, "accept", people.coordinator(), ready=ready)
    assert len(bound) == 1
    practice = Practice.objects.get(contribution=contribution)
    assert practice.title == bound[0]["title"]
    assert [c.code for c in practice.countries.all()] == bound[0]["countries"]
    apply(contribution, "revise", contribution.editors.get(), ready=ready)
    apply(contribution, "submit", contribution.editors.get(), ready=ready)
    assert len(bound) == 2, "what was put on line serves once"


def test_a_text_changed_since_it_was_found_ready_is_validated_again():
    contribution, ready = practices.draft(), Ready()
    apply(contribution, "submit", contribution.editors.get(), ready=ready)
    contribution.revisions.update(data={**contribution.revisions.get().data, "title": ""})
    with pytest.raises(NotReady, match="Titre"):
        apply(contribution, "accept", people.coordinator(), ready=ready)
    assert not Practice.objects.exists()


def test_what_was_found_ready_vouches_for_no_other_text(monkeypatch):
    first, ready = practices.draft(), Ready()
    apply(first, "submit", first.editors.get(), ready=ready)
    bound = counting(monkeypatch)
    second = practices.submitted()
    apply(second, "accept", people.coordinator(), ready=ready)
    assert len(bound) == 2
    assert Practice.objects.get().contribution == second
