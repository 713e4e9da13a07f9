"""Versions, differences, restoring, sharing, queue and mails."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from aict.moderation import drafts, mails, tasks
from aict.moderation.gate import apply
from aict.moderation.models import Contribution, State
from aict.moderation.permissions import can_edit, is_involved
from aict.moderation.preview_links import preview_key
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def enter(client, user):
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def second_version(practice, **changes):
    """A second accepted version of `practice`."""
    contribution = practice.contribution
    author = contribution.editors.get()
    drafts.save(contribution, changes, drafts.text_in_hand(contribution).lock_no, author)
    apply(contribution, "submit", author, note="Chiffres de 2026.")
    apply(contribution, "accept", people.coordinator())
    contribution.refresh_from_db()
    return contribution


def test_the_first_version_can_be_compared_and_restored(client):
    practice = workflow.published()
    contribution = second_version(practice, benefit="Neuf contrats signés.")
    author = contribution.editors.get()
    enter(client, author)
    page = client.get(reverse("moderation:versions", args=[contribution.token])).content.decode()
    assert "<del>" in page
    assert "<ins>" in page
    answer = client.post(reverse("moderation:restore", args=[contribution.token, 1]))
    assert answer.status_code == 302
    contribution.refresh_from_db()
    assert (contribution.state, contribution.live) == (State.DRAFT, True)
    text = drafts.text_in_hand(contribution)
    assert text.number is None
    assert text.data["benefit"] == "Trois contrats signés par des entreprises du territoire."
    practice.refresh_from_db()
    assert practice.benefit == "Neuf contrats signés."


def test_a_version_that_does_not_exist_is_not_found(client):
    practice = workflow.published()
    enter(client, practice.contribution.editors.get())
    url = reverse("moderation:versions", args=[practice.contribution.token])
    assert client.get(url, {"ancienne": "99"}).status_code == 404
    url = reverse("moderation:restore", args=[practice.contribution.token, 99])
    assert client.post(url).status_code == 404


def test_a_private_preview_lasts_thirty_days_and_cannot_be_forged(client, monkeypatch):
    contribution = workflow.draft(title="Montrer avant de publier")
    key = preview_key(contribution)
    url = reverse("moderation:shared_preview", args=[key])
    answer = client.get(url)
    assert "Montrer avant de publier" in answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex"
    assert (
        client.get(reverse("moderation:shared_preview", args=[key[:-2] + "xx"])).status_code == 404
    )
    monkeypatch.setattr("aict.moderation.preview_links.DAYS", -1)
    assert client.get(url).status_code == 410


def test_only_confirmed_people_join_a_team_and_the_last_one_stays(client):
    contribution = workflow.draft()
    author = contribution.editors.get()
    enter(client, author)
    url = reverse("moderation:add_editor", args=[contribution.token])
    client.post(url, {"email": people.officer(confirmed=False).email})
    client.post(url, {"email": "personne@nulle-part.example"})
    assert contribution.editors.count() == 1
    client.post(reverse("moderation:leave", args=[contribution.token]))
    assert contribution.editors.count() == 1
    colleague = people.officer()
    client.post(url, {"email": colleague.email.upper()})
    assert set(contribution.editors.all()) == {author, colleague}
    client.post(reverse("moderation:leave", args=[contribution.token]))
    assert contribution.editors.get() == colleague


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_whatever_its_length(client, count, django_assert_num_queries):
    for _ in range(count):
        workflow.submitted()
    enter(client, people.coordinator())
    client.get("/moderation/")
    with django_assert_num_queries(9):
        assert client.get("/moderation/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_my_contributions_cost_the_same_whatever_their_number(
    client, count, django_assert_num_queries
):
    author = people.officer()
    for _ in range(count):
        workflow.draft(author)
    enter(client, author)
    client.get("/compte/contributions/")
    with django_assert_num_queries(8):
        assert client.get("/compte/contributions/").status_code == 200


def test_the_queue_shows_what_is_submitted_and_filters(client):
    workflow.submitted(title="Celle qui attend depuis longtemps")
    workflow.draft(title="Un brouillon privé")
    enter(client, people.coordinator())
    page = client.get("/moderation/").content.decode()
    assert "Celle qui attend" in page
    assert "Un brouillon privé" not in page
    assert "Un brouillon privé" in client.get("/moderation/?etat=draft").content.decode()
    assert "0\u00a0contribution<" in client.get("/moderation/?q=introuvable").content.decode()
    assert client.get("/moderation/?etat=zzz&page=2e20&departement=%00").status_code in {200, 400}


def test_the_queue_as_a_file_answers_the_same_filters(client):
    client.force_login(people.coordinator())
    workflow.submitted(title="Un titre soumis")
    workflow.draft(people.officer(), title="Un brouillon")
    lines = b"".join(client.get("/moderation/?format=csv").streaming_content).decode()
    assert "Un titre soumis;Pratique;Soumis" in lines
    assert "Un brouillon" not in lines


def test_the_queue_says_what_is_overdue_and_keeps_its_filters(client):
    late = workflow.submitted(title="Celle qui attend")
    ago = timezone.now() - timedelta(days=12)
    Contribution.objects.filter(pk=late.pk).update(state_since=ago)
    enter(client, people.coordinator())
    page = client.get("/moderation/?departement=38&categorie=internationalisation").content.decode()
    assert "En retard de 2\u00a0jours" in page
    assert "Département\u202f: 38" in page
    assert "?etat=returned&amp;departement=38&amp;categorie=internationalisation" in page
    assert "Celle qui attend" not in client.get("/moderation/?categorie=promotion").content.decode()


def test_deciding_leads_to_the_next_text(client):
    first, second = workflow.submitted(), workflow.submitted()
    enter(client, people.coordinator())
    page = client.get(f"/moderation/{first.token}/?champ=benefit").content.decode()
    assert '<option value="benefit" selected>' in page
    assert f"/moderation/{second.token}/" in page
    post = {"transition": "accept", "expected": 1, "corrections-TOTAL_FORMS": 0}
    post |= {"corrections-INITIAL_FORMS": 0}
    answer = client.post(f"/moderation/{first.token}/decision/", post)
    assert answer.url == f"/moderation/{second.token}/"
    answer = client.post(f"/moderation/{second.token}/decision/", post)
    assert answer.url == "/moderation/"


def test_lists_and_predicates_agree_on_who_may_edit_and_who_is_involved():
    author, coordinator, stranger = people.officer(), people.coordinator(), people.officer()
    contributions = [
        workflow.draft(author),
        workflow.submitted(coordinator),
        workflow.published(author, coordinator).contribution,
    ]
    for user in (author, coordinator, stranger):
        editable = set(Contribution.objects.editable_by(user))
        told = {c.pk: c.involved for c in Contribution.objects.telling_involvement(user)}
        for contribution in contributions:
            assert (contribution in editable) == can_edit(user, contribution)
            assert told[contribution.pk] == is_involved(user, contribution)


def test_decisions_need_a_reason_to_send_back_and_keep_what_was_typed(client):
    contribution = workflow.submitted()
    enter(client, people.coordinator())
    url = reverse("moderation:decide", args=[contribution.token])
    rows = {"corrections-TOTAL_FORMS": "1", "corrections-INITIAL_FORMS": "0", "expected": 1}
    answer = client.post(url, rows | {"transition": "send_back", "comment": "Presque !"})
    assert answer.status_code == 409
    assert "Presque !" in answer.content.decode()
    asked = {
        "corrections-0-field": "title",
        "corrections-0-reason": "lisibilite",
        "corrections-0-comment": "Sans sigle.",
    }
    answer = client.post(url, rows | asked | {"transition": "send_back"})
    assert answer.status_code == 302
    assert contribution.corrections.get().field == "title"


def send_all(entry) -> None:
    for person in mails.recipients(entry):
        tasks.send_mail(entry.pk, person.pk)


def test_mails_tell_those_concerned_and_never_who_acted():
    author, coordinator = people.officer(), people.coordinator()
    contribution = workflow.submitted(author)
    people.officer()
    send_all(contribution.journal.first())
    assert [m.to for m in mail.outbox] == [[coordinator.email]]
    assert f"/moderation/{contribution.token}/" in mail.outbox[0].body
    mail.outbox.clear()
    asked = [{"reason": "incomplet", "field": "benefit", "comment": "Combien de contrats ?"}]
    send_all(apply(contribution, "send_back", coordinator, corrections=asked))
    (sent,) = mail.outbox
    assert sent.to == [author.email]
    assert "Ce que cela a apporté ici (incomplet)\u202f: Combien de contrats\u202f?" in sent.body
    assert sent.subject.startswith("[AICT éco] corrections demandées\u202f: «\u00a0")
    assert "à corriger avant le" in sent.body


def test_each_person_has_a_job_of_her_own_queued_with_the_change():
    from procrastinate.contrib.django.models import ProcrastinateJob

    people.coordinator()
    people.coordinator()
    contribution = workflow.submitted()
    job = ProcrastinateJob.objects.get(task_name="moderation.mails")
    assert job.args == {"entry_id": contribution.journal.first().pk}
    assert tasks.send_mails(**job.args) == 2
    assert ProcrastinateJob.objects.filter(task_name="moderation.mail").count() == 2


def test_a_refused_change_queues_no_mail():
    from procrastinate.contrib.django.models import ProcrastinateJob

    contribution = workflow.draft(title="")
    with pytest.raises(Exception, match="Titre"):
        apply(contribution, "submit", contribution.editors.get())
    assert not ProcrastinateJob.objects.exists()


def test_ninety_days_without_an_answer_archive_with_a_reason():
    late, recent = workflow.returned(), workflow.returned()
    Contribution.objects.filter(pk=late.pk).update(state_since=timezone.now() - timedelta(days=91))
    assert tasks.expire() == 1
    late.refresh_from_db()
    recent.refresh_from_db()
    assert (late.state, recent.state) == (State.ARCHIVED, State.RETURNED)
    assert "90 jours" in late.journal.first().comment


def test_what_was_not_confirmed_within_its_rhythm_is_to_verify():
    fresh, stale = workflow.published().contribution, workflow.published().contribution
    Contribution.objects.filter(pk=stale.pk).update(
        verified_on=timezone.localdate() - timedelta(days=400)
    )
    assert list(Contribution.objects.to_verify()) == [stale]
    assert fresh not in Contribution.objects.to_verify()
