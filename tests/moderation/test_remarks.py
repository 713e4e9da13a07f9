"""Remarks anchored on a part: who says them, who reads them, and that none is lost."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.moderation import letters, reading_gate, remarks
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.people.export import export
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db
MEANS = next(part for part in KINDS["practice"].parts if part.slug == "moyens")


def enter(client, user):
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def letters_queued() -> list[dict]:
    return list(ProcrastinateJob.objects.filter(task_name=letters.LETTER).values_list("args"))


def test_said_resolved_reopened_and_never_lost(as_officer, draft, officer):
    url = reverse("moderation:remarks", args=[draft.token])
    sent = {"part": "moyens", "field": "budget_total", "text": "D’où vient ce chiffre ?"}
    page = as_officer.post(url, sent, follow=True).text
    assert "D’où vient ce chiffre\u202f?" in page
    assert "jamais publiée" in page
    as_officer.post(url, sent)
    said = draft.remarks.get()
    assert (said.author, said.number, said.field) == (officer, None, "budget_total")
    for name, resolved in [("resoudre", True), ("resoudre", True), ("rouvrir", False)]:
        as_officer.post(reverse("moderation:remark", args=[said.pk, name]))
        said.refresh_from_db()
        assert bool(said.resolved_at) == bool(said.resolved_by) == resolved
    assert (
        as_officer.post(reverse("moderation:remark", args=[said.pk, "effacer"])).status_code == 404
    )


def test_what_is_refused_is_shown_again(as_officer, draft):
    url = reverse("moderation:remarks", args=[draft.token])
    answer = as_officer.post(url, {"part": "ailleurs", "text": "Perdue ?"})
    assert (answer.status_code, "n’existe pas" in answer.text) == (422, True)
    answer = as_officer.post(url, {"part": "moyens", "text": "x" * 2001})
    assert answer.status_code == 422
    assert "x" * 2001 in answer.text
    assert "Écrivez votre remarque" in as_officer.post(url, {"part": "moyens"}).text
    assert as_officer.post(url, {"part": "moyens", "text": "a\x00b"}).status_code == 422
    assert not draft.remarks.exists()


def test_the_count_stands_next_to_each_part_and_the_panel_beside_the_form(
    as_officer, draft, officer
):
    remarks.say(draft, MEANS, "Combien ?", officer)
    url = reverse("practices:edit_part", args=[draft.token, "moyens"])
    page = as_officer.get(url).text
    assert page.count("1\u00a0remarque") == 2
    assert "Combien\u202f?" in page
    remarks.resolve(draft.remarks.get(), officer)
    page = as_officer.get(url).text
    assert "1\u00a0remarque" not in page
    assert "Traitée par" in page
    sent = {"part": "moyens", "text": "Encore.", "retour": url}
    assert as_officer.post(reverse("moderation:remarks", args=[draft.token]), sent).url == url
    away = sent | {"text": "Ailleurs.", "retour": "https://ailleurs.example/"}
    answer = as_officer.post(reverse("moderation:remarks", args=[draft.token]), away)
    assert answer.url.endswith("/remarques/#partie-moyens")


def test_only_the_team_the_coordination_and_readers_speak(client):
    contribution = workflow.submitted()
    reader, stranger = people.officer(), people.officer()
    with pytest.raises(PermissionDenied):
        remarks.say(contribution, MEANS, "Bonjour.", stranger)
    with pytest.raises(PermissionDenied):
        remarks.say(contribution, MEANS, "Bonjour.", reader)
    judge = people.coordinator()
    asked = reading_gate.ask(contribution, reader, judge)
    said = remarks.say(contribution, MEANS, "Bonjour.", reader)
    assert said.number == 1
    enter(client, reader)
    assert "Bonjour." in client.get(reverse("moderation:reading", args=[contribution.token])).text
    reading_gate.apply(asked, "drop", judge)
    with pytest.raises(PermissionDenied):
        remarks.reopen(said, reader)


def test_remarks_are_nowhere_on_the_public_page(client):
    practice = workflow.published()
    contribution = practice.contribution
    remarks.say(contribution, MEANS, "Secret de fabrication", contribution.editors.get())
    for url in (practice.get_absolute_url(), f"{practice.get_absolute_url()}versions/"):
        assert "Secret de fabrication" not in client.get(url).text
    apply(contribution, "archive", contribution.editors.get(), comment="Fini.")
    assert contribution.remarks.count() == 1


def test_a_part_no_longer_asked_keeps_what_was_said_of_it(as_officer, draft, officer):
    part = next(p for p in KINDS["practice"].parts if p.slug == "strategie")
    remarks.say(draft, part, "Et les axes ?", officer)
    page = as_officer.get(reverse("moderation:remarks", args=[draft.token])).text
    assert "Et les axes\u202f?" in page
    assert "ne concerne plus ce texte" in page


def test_one_letter_an_hour_for_what_one_person_says(draft, officer):
    colleague = people.officer()
    draft.editors.add(colleague)
    for text in ("Un.", "Deux.", "Trois."):
        remarks.say(draft, MEANS, text, officer)
    assert len(letters_queued()) == 1
    letters.send("remark", draft.remarks.first().pk, colleague.pk)
    assert "« Les moyens »" in mail.outbox[0].body.replace("\u00a0", " ")
    assert letters.send("remark", draft.remarks.first().pk, people.officer().pk) == 0


def test_an_erased_account_leaves_its_words_without_its_name(as_officer, draft):
    colleague = people.officer(name="Zoé Unique")
    draft.editors.add(colleague)
    said = remarks.say(draft, MEANS, "À revoir.", colleague)
    remarks.resolve(said, colleague)
    assert export(colleague)["contributions"][0]["mes remarques"][0]["mots"] == "À revoir."
    colleague.delete()
    page = as_officer.get(reverse("moderation:remarks", args=[draft.token])).text
    assert "À revoir." in page
    assert "Zoé" not in page
    assert "compte est effacé" in page


def test_the_export_holds_what_was_said_of_the_texts_of_others():
    contribution, reader = workflow.submitted(), people.officer()
    reading_gate.ask(contribution, reader, people.coordinator())
    remarks.say(contribution, MEANS, "Combien ?", reader)
    (told,) = export(reader)["contributions"]
    assert told["mes remarques"][0]["mots"] == "Combien ?"
    assert told["mes relectures"][0]["réponse"] == "Réponse attendue"


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_whatever_is_said(
    as_officer, draft, officer, count, django_assert_num_queries
):
    for number in range(count):
        remarks.say(draft, MEANS, f"Remarque {number}", people.coordinator())
    url = reverse("moderation:remarks", args=[draft.token])
    as_officer.get(url)
    with django_assert_num_queries(16):
        assert as_officer.get(url).status_code == 200
