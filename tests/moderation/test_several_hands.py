"""Several people in one text: two parts at once, the same part, parts that share an answer."""

import pytest
from django.urls import reverse

from aict.moderation import drafts
from aict.moderation.models import Contribution, Hand
from aict.moderation.permissions import can_moderate, is_involved
from tests.moderation.shelf import joined
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db
AUTOSAVE = {"X-Autosave": "1"}


@pytest.fixture
def colleague(draft):
    person = people.officer(name="Camille Autre")
    draft.editors.add(person)
    return person


def address(draft, part):
    return reverse("practices:edit_part", args=[draft.token, part])


def opened(client, draft, part) -> str:
    """The number that the page of a part carries."""
    page = client.get(address(draft, part)).content.decode()
    return page.split('name="lock_no" value="')[1].split('"')[0]


def test_a_part_saved_after_another_part_is_merged(as_officer, draft, colleague):
    lock_no = opened(as_officer, draft, "effets")
    drafts.save(draft, {"transfer_adapt": "Le choix du salon."}, 1, colleague)
    sent = {"lock_no": lock_no, "local_impact": "Quatre emplois."}
    answer = as_officer.post(address(draft, "effets"), sent, headers=AUTOSAVE)
    assert answer.status_code == 200
    text = drafts.text_in_hand(draft)
    assert text.data["transfer_adapt"] == "Le choix du salon."
    assert text.data["local_impact"] == "Quatre emplois."
    again = {**sent, "lock_no": answer.json()["lock_no"], "local_impact": "Cinq emplois."}
    assert as_officer.post(address(draft, "effets"), again, headers=AUTOSAVE).status_code == 200


def test_the_same_part_gets_both_texts_and_who_wrote_the_other(as_officer, draft, colleague):
    lock_no = opened(as_officer, draft, "effets")
    drafts.save(draft, {"local_impact": "Trois emplois."}, 1, colleague)
    drafts.save(draft, {"transfer_adapt": "Le choix du salon."}, 2, draft.created_by)
    sent = {"lock_no": lock_no, "local_impact": "Quatre emplois.", "action": "save"}
    answer = as_officer.post(address(draft, "effets"), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Camille Autre a enregistré cette partie" in page
    assert "Trois emplois." in page
    assert "Quatre emplois." in page
    assert drafts.text_in_hand(draft).data["local_impact"] == "Trois emplois."
    kept = page.split('name="lock_no" value="')[1].split('"')[0]
    assert as_officer.post(address(draft, "effets"), {**sent, "lock_no": kept}).status_code == 302


def test_the_same_words_sent_again_are_no_conflict(as_officer, draft, colleague):
    sent = {"lock_no": "0", "transfer_adapt": "Le choix du salon.", "action": "save"}
    for _ in range(2):
        assert as_officer.post(address(draft, "transposer"), sent).status_code == 302


def test_parts_that_hold_the_same_answer_are_locked_together(draft, colleague):
    """« partners » is asked in two parts, one or the other as the category goes."""
    rows = [{"name": "Chambre", "side": "ici", "country": "FR"}]
    drafts.save(draft, {"partners": rows}, 1, colleague)
    with pytest.raises(drafts.Stale) as stale:
        drafts.save(draft, {"partners": [], "partnership": "X"}, 1, draft.created_by)
    assert stale.value.hand.by == colleague


def test_a_part_that_no_longer_concerns_the_text_is_kept(as_officer, draft, colleague):
    drafts.save(draft, {"category": "cooperation"}, 1, colleague)
    lock_no = opened(as_officer, draft, "cooperation")
    drafts.save(draft, {"category": "promotion"}, 2, colleague)
    sent = {"lock_no": lock_no, "beneficiaries_there": "La régie de l’eau.", "action": "continue"}
    answer = as_officer.post(address(draft, "cooperation"), sent, follow=True)
    assert "ne concerne plus ce texte" in answer.content.decode()
    assert drafts.text_in_hand(draft).data["beneficiaries_there"] == "La régie de l’eau."
    assert as_officer.get(address(draft, "cooperation")).status_code == 404


def test_whoever_wrote_any_part_cannot_judge_the_whole(draft):
    """Even when somebody else wrote last."""
    writer, other = people.coordinator(), people.coordinator()
    drafts.save(draft, {"local_impact": "Relu en entretien."}, 1, writer)
    drafts.save(draft, {"teaser": "Autrement."}, 2, draft.created_by)
    assert is_involved(writer, draft)
    assert not can_moderate(writer, draft)
    assert can_moderate(other, draft)
    involved = Contribution.objects.telling_involvement(writer).get()
    assert involved.involved
    assert not Contribution.objects.telling_involvement(other).get().involved


def test_a_page_of_a_draft_that_was_discarded_is_compared_first(as_officer, draft, officer):
    contribution = workflow.published(officer).contribution
    url = address(contribution, "effets")
    sent = {"lock_no": "9", "local_impact": "Écrit avant l’abandon.", "action": "save"}
    answer = as_officer.post(url, sent)
    assert answer.status_code == 409
    assert "Quelqu’un a enregistré cette partie" in answer.text
    assert "Écrit avant l’abandon." in answer.text


def test_ones_own_other_window_is_named_so(as_officer, draft, officer):
    drafts.save(draft, {"local_impact": "Trois emplois."}, 1, officer)
    sent = {"lock_no": "1", "local_impact": "Quatre emplois.", "action": "save"}
    answer = as_officer.post(address(draft, "effets"), sent)
    assert "dans une autre fenêtre" in answer.text


def test_an_erased_writer_leaves_the_text_and_no_name(draft, colleague):
    drafts.save(draft, {"local_impact": "Trois emplois."}, 1, colleague)
    colleague.delete()
    assert Hand.objects.get(part="effets").by is None
    with pytest.raises(drafts.Stale):
        drafts.save(draft, {"local_impact": "Quatre."}, 1, draft.created_by)


def test_restoring_keeps_the_draft_that_was_being_written(draft):
    practice = workflow.published(draft.created_by)
    contribution, author = practice.contribution, practice.contribution.editors.get()
    drafts.save(contribution, {"local_impact": "Écrit par une autre."}, 1, author)
    contribution.refresh_from_db()
    restored = drafts.restore(contribution, 1, author)
    assert "local_impact" not in restored.data, "the former version, whole"
    kept = contribution.revisions.get(number=2)
    assert kept.data["local_impact"] == "Écrit par une autre."
    assert not kept.accepted
    assert "gardé" in kept.note


def test_whoever_joined_a_file_cannot_judge_the_whole(draft):
    joiner, other = people.coordinator(), people.coordinator()
    joined(draft, by=joiner)
    lock_no = drafts.text_in_hand(draft).lock_no
    drafts.save(draft, {"teaser": "Autrement."}, lock_no, draft.created_by)
    assert is_involved(joiner, draft)
    assert not can_moderate(joiner, draft)
    assert can_moderate(other, draft)
    assert Contribution.objects.telling_involvement(joiner).get().involved
