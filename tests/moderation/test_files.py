"""Documents and images of a contribution: how they are kept, who may read them."""

import pytest
from django.urls import reverse

from aict.moderation import attached, attachments, drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Attachment, Revision
from aict.moderation.preview_links import preview_key
from aict.moderation.readiness import Refused
from aict.moderation.tasks import forget_files
from aict.moderation.wording import in_words
from tests.moderation import samples
from tests.moderation.shelf import joined, nothing_changed, picture, read, reads, send, stored
from tests.people import factories as people
from tests.practices import workflow


def test_what_is_served_can_do_no_harm(as_officer, draft):
    document, image = joined(draft), picture(draft)
    answers = [read(as_officer, kept) for kept in (document, image)]
    for answer, content in answers:
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["Cache-Control"] == "private, no-cache"
        assert content
    (first, _), (second, _) = answers
    assert first["Content-Disposition"].startswith("attachment")
    assert second["Content-Disposition"].startswith("inline")
    assert second["Content-Type"] == "image/webp"
    again, _ = read(as_officer, image, headers={"If-None-Match": second["ETag"]})
    assert again.status_code == 304


def test_a_file_is_public_once_its_version_is_on_line(client, officer, draft):
    kept = joined(draft)
    assert reads(client, kept) == 404
    apply(draft, "submit", officer)
    assert reads(client, kept) == 404
    apply(draft, "accept", people.coordinator())
    assert reads(client, kept) == 200
    draft.refresh_from_db()
    pending = joined(draft, name="nouveau.pdf")
    assert reads(client, pending) == 404
    attachments.remove(draft, str(kept.token), officer)
    assert reads(client, kept) == 200, "the version on line still names it"
    apply(draft, "submit", officer)
    apply(draft, "accept", people.coordinator())
    assert (reads(client, kept), reads(client, pending)) == (404, 200)
    apply(draft, "archive", officer, comment="Terminé.")
    assert reads(client, pending) == 404


def test_unpublished_files_are_for_their_team_and_coordinators(client, draft):
    kept = joined(draft)
    for person, status in (
        (people.officer(), 404),
        (people.coordinator(), 200),
        (draft.editors.get(), 200),
    ):
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        assert reads(client, kept) == status


def test_a_private_preview_shows_its_own_files_only(client, officer, draft):
    kept, other = joined(draft), joined(workflow.draft(officer))
    key = preview_key(draft)
    for attachment, sent, status in ((kept, key, 200), (other, key, 404), (kept, "faux", 404)):
        assert read(client, attachment, f"?apercu={sent}")[0].status_code == status


@pytest.mark.parametrize(
    "path", ["/medias/{stored}", "/medias/{token}/autre.pdf", "/medias/{token}/../bilan.pdf"]
)
def test_no_other_address_serves_a_file(as_officer, draft, path):
    kept = joined(draft)
    assert as_officer.get(path.format(stored=kept.file.name, token=kept.token)).status_code == 404


def test_a_lost_file_is_not_found(as_officer, draft):
    kept = joined(draft)
    stored()[0].unlink()
    assert reads(as_officer, kept) == 404


def test_another_officer_neither_sees_nor_adds_nor_removes(client, draft):
    kept = joined(draft)
    client.force_login(people.officer(), "django.contrib.auth.backends.ModelBackend")
    address = reverse("moderation:files", args=[draft.token])
    assert client.get(address).status_code == 403
    assert send(client, draft, samples.pdf(), "autre.pdf").status_code == 403
    assert client.post(address, {"remove_file": str(kept.token)}).status_code == 403
    assert [path.stem for path in stored()] == [str(kept.token)]


def test_removing_deletes_what_no_version_names(
    as_officer, draft, django_capture_on_commit_callbacks
):
    kept, address = joined(draft), reverse("moderation:files", args=[draft.token])
    with django_capture_on_commit_callbacks(execute=True):
        as_officer.post(address, {"remove_file": str(kept.token)})
    assert drafts.text_in_hand(draft).data["attachments"] == []
    assert (stored(), Attachment.objects.count()) == ([], 0)


def test_removing_keeps_what_a_version_names(officer, draft, django_capture_on_commit_callbacks):
    kept = joined(draft)
    apply(draft, "submit", officer)
    apply(draft, "withdraw", officer)
    with django_capture_on_commit_callbacks(execute=True):
        attachments.remove(draft, str(kept.token), officer)
    assert drafts.text_in_hand(draft).data["attachments"] == []
    assert len(stored()) == 1
    drafts.restore(draft, 1, officer)
    assert attached.of_text(draft, drafts.text_in_hand(draft).data) == [kept]


@pytest.mark.parametrize(
    "token", ["nimporte-quoi", "", "\x00", "00000000-0000-0000-0000-000000000000"]
)
def test_removing_an_unknown_file_changes_nothing(as_officer, draft, token):
    joined(draft)
    address = reverse("moderation:files", args=[draft.token])
    assert as_officer.post(address, {"remove_file": token}).status_code == 302
    assert draft.attachments.count() == 1


def test_a_text_being_reviewed_takes_no_file(as_officer, officer, draft):
    apply(draft, "submit", officer)
    answer = send(as_officer, draft, samples.pdf(), "bilan.pdf")
    assert answer.status_code == 409
    assert "en cours de relecture" in answer.content.decode()
    nothing_changed(draft)


def test_thirty_files_are_enough(officer, draft):
    for _ in range(attachments.MOST):
        joined(draft)
    with pytest.raises(Exception, match="retirez-en une"):
        joined(draft)
    assert len(stored()) == Attachment.objects.count() == attachments.MOST


def test_nothing_remains_when_the_text_cannot_be_saved(officer, draft, monkeypatch):
    def refuse(*_):
        raise Refused("non")

    monkeypatch.setattr(drafts, "save", refuse)
    with pytest.raises(Refused):
        joined(draft)
    assert (stored(), Attachment.objects.count()) == ([], 0)


def test_a_page_open_meanwhile_may_still_be_saved(officer, draft):
    opened = drafts.text_in_hand(draft).lock_no
    joined(draft)
    drafts.save(draft, {"title": "Un autre titre"}, opened, officer)
    assert drafts.text_in_hand(draft).data["attachments"]


def test_files_of_an_abandoned_update_are_forgotten(officer, django_capture_on_commit_callbacks):
    contribution = workflow.published(officer).contribution
    kept = joined(contribution)
    apply(contribution, "discard", officer)
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_files() == 0, "young files are left alone"
        Attachment.objects.update(at="2020-01-01T00:00Z")
        assert forget_files() == 1
    assert not Attachment.objects.filter(pk=kept.pk).exists()
    assert stored() == []


def test_files_named_by_a_version_are_never_forgotten(officer, draft):
    joined(draft)
    apply(draft, "submit", officer)
    Attachment.objects.update(at="2020-01-01T00:00Z")
    assert forget_files() == 0


def test_files_are_told_in_words(draft):
    joined(draft, name="Convention.pdf")
    picture(draft)
    told = in_words(KINDS["practice"], drafts.text_in_hand(draft).data)
    assert told["attachments"] == ("Pièces et images", "Convention\nport : Le port (Ville)")


def test_the_page_lists_and_leads(as_officer, draft):
    picture(draft)
    said = as_officer.get(reverse("moderation:files", args=[draft.token])).content.decode()
    assert 'alt="Le port" width="40" height="30"' in said
    edit = as_officer.get(reverse("practices:edit", args=[draft.token])).content.decode()
    assert reverse("moderation:files", args=[draft.token]) in edit


def test_a_coordinator_opens_them_before_deciding(client, officer, draft):
    kept = joined(draft)
    apply(draft, "submit", officer)
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    said = client.get(reverse("moderation:review", args=[draft.token])).content.decode()
    assert kept.get_absolute_url() in said


def test_tokens_of_others_are_not_named(officer, draft):
    """A text that names somebody else's file shows nothing of it."""
    other = joined(workflow.draft(people.officer()))
    Revision.objects.filter(contribution=draft).update(data={"attachments": [str(other.token)]})
    assert attached.of_text(draft, drafts.text_in_hand(draft).data) == []
