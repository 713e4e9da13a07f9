"""Who is told what, when; what no mail and no page says; what happens when a contact goes away."""

import smtplib
from datetime import timedelta

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.people import erasure, export
from partnerships.actors import merging
from partnerships.introductions import gate, mails, reminders, tasks
from partnerships.introductions.permissions import CLOCK, Who
from partnerships.introductions.states import TRANSITIONS
from partnerships.models import Introduction, RelayStop
from tests.partnerships import actors, introductions
from tests.partnerships.actors import RELAY
from tests.people import factories as people


def run(entry) -> None:
    """What the worker would do of that entry."""
    for letter in mails.letters(entry):
        tasks.send_mail(entry.pk, letter.part.value, letter.user.pk if letter.user else None)


def sent_to(mailoutbox) -> set[str]:
    return {address for mail in mailoutbox for address in mail.to}


def test_every_transition_has_its_words():
    silent = {"remind_target", "remind_requester", "remind_coordination"}
    assert mails.WORDS.keys() == TRANSITIONS.keys() | silent


def test_a_request_reaches_the_box_and_its_author(db, mailoutbox):
    made = introductions.need()
    run(gate.apply(made, "send", Who(user=made.requester), introductions.said("send")))
    assert sent_to(mailoutbox) == {RELAY, made.requester.email}
    target = next(mail for mail in mailoutbox if mail.to == [RELAY])
    receipt = next(mail for mail in mailoutbox if mail.to != [RELAY])
    assert "/mises-en-relation/reponse/" in target.body
    assert made.requester.email not in target.body
    assert made.requester.name not in target.body
    assert RELAY not in receipt.body
    assert "en principe avant le" in receipt.body
    assert "Réponse" not in target.subject


def test_the_mail_is_queued_with_the_change(db):
    made = introductions.need()
    entry = gate.apply(made, "send", Who(user=made.requester), introductions.said("send"))
    job = ProcrastinateJob.objects.get(task_name="introductions.mails")
    assert job.args == {"entry_id": entry.pk}


def test_no_address_in_any_job(db):
    made = introductions.need()
    entry = gate.apply(made, "send", Who(user=made.requester), introductions.said("send"))
    tasks.send_mails(entry.pk)
    assert not [j for j in ProcrastinateJob.objects.all() if "@" in str(j.args)]


@pytest.mark.parametrize("shared", [True, False])
def test_accepted_each_gets_what_the_other_agreed_to(db, mailoutbox, shared):
    made = introductions.at("sent", share_contact=shared)
    said = gate.Said(contact="Le secrétariat, poste 12")
    run(gate.apply(made, "accept", Who(link=1), said))
    target = next(mail for mail in mailoutbox if mail.to == [RELAY])
    requester = next(mail for mail in mailoutbox if mail.to != [RELAY])
    assert "poste 12" in requester.body
    assert (made.requester.email in target.body) is shared


def test_a_territory_is_reached_by_its_members(db, mailoutbox):
    bretagne = people.territory(level="region", code="53", name="Bretagne")
    member = people.officer(territory=bretagne)
    people.officer(territory=bretagne, confirmed=False)
    made = introductions.need()
    run(gate.apply(made, "send", Who(user=made.requester), gate.Said(peer=bretagne)))
    assert sent_to(mailoutbox) == {member.email, made.requester.email}


def test_a_request_withdrawn_before_the_mail_left_says_nothing_old(db, mailoutbox):
    made = introductions.need()
    entry = gate.apply(made, "send", Who(user=made.requester), introductions.said("send"))
    gate.apply(made, "reassign", Who(user=people.coordinator()), introductions.said("reassign"))
    run(entry)
    assert RELAY not in sent_to(mailoutbox)


def test_a_contact_withdrawn_meanwhile_gets_nothing(db, mailoutbox):
    made = introductions.need()
    entry = gate.apply(made, "send", Who(user=made.requester), introductions.said("send"))
    RelayStop.objects.create(actor=made.actor, box=RELAY)
    run(entry)
    assert RELAY not in sent_to(mailoutbox)


def test_a_box_that_exists_no_longer_goes_to_the_coordination(db, monkeypatch):
    made = introductions.need()
    entry = gate.apply(made, "send", Who(user=made.requester), introductions.said("send"))

    def refuse(self, *args, **kwargs):
        raise smtplib.SMTPRecipientsRefused({RELAY: (550, b"no such user")})

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    tasks.send_mail(entry.pk, "sollicite")
    made.refresh_from_db()
    assert made.state == "escalated"
    assert RelayStop.objects.get().dead


def test_a_full_box_is_tried_again(db, monkeypatch):
    made = introductions.need()
    entry = gate.apply(made, "send", Who(user=made.requester), introductions.said("send"))

    def later(self, *args, **kwargs):
        raise smtplib.SMTPRecipientsRefused({RELAY: (452, b"mailbox full")})

    monkeypatch.setattr("django.core.mail.EmailMessage.send", later)
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        tasks.send_mail(entry.pk, "sollicite")
    made.refresh_from_db()
    assert made.state == "sent"


# The clock


def aged(introduction, days: int) -> Introduction:
    then = timezone.now() - timedelta(days=days)
    Introduction.objects.filter(pk=introduction.pk).update(sent_at=then, state_since=then)
    introduction.refresh_from_db()
    return introduction


def told(introduction) -> list[str]:
    return [e.transition for e in introduction.journal.order_by("pk") if e.part == "horloge"]


@pytest.mark.parametrize("state", ["sent", "acknowledged"])
def test_reminders_at_nine_twenty_one_then_the_coordination_at_forty_five(db, state):
    made = introductions.at(state)
    found = []
    for day in (8, 9, 9, 20, 21, 44, 45, 46):
        if made.state in {"sent", "acknowledged"}:
            aged(made, day)
        reminders.run()
        found.append(len(told(made)))
        made.refresh_from_db()
    assert found == [0, 1, 1, 1, 2, 2, 3, 3]
    assert told(made) == ["remind_target", "remind_target", "escalate"]


def test_a_stopped_clock_does_not_catch_up_in_a_heap(db):
    made = aged(introductions.at("sent"), 30)
    assert [reminders.run(), reminders.run()] == [1, 0]
    assert told(made) == ["remind_target"]


def test_the_requester_is_reminded_after_an_acceptance(db, mailoutbox):
    made = aged(introductions.at("accepted"), 22)
    reminders.run()
    entry = made.journal.first()
    assert entry.transition == "remind_requester"
    run(entry)
    assert sent_to(mailoutbox) == {made.requester.email}


def test_the_coordination_is_reminded_too(db, mailoutbox):
    coordinator, made = people.coordinator(), aged(introductions.at("escalated"), 11)
    assert [reminders.run(), reminders.run()] == [1, 0]
    run(made.journal.first())
    assert sent_to(mailoutbox) == {coordinator.email}


def test_an_archived_contact_is_handed_over_at_once(db):
    made = introductions.at("sent")
    made.actor.archived_at = timezone.now()
    made.actor.save()
    reminders.run()
    made.refresh_from_db()
    assert made.state == "escalated"
    assert "ne reçoit plus" in made.journal.first().comment


# Contacts and people who go


def test_a_merged_actor_takes_the_requests_over(db, mailoutbox):
    left, kept = actors.actor(), actors.actor(contact_relay="accueil@garde.example")
    made = introductions.at("sent", target=left)
    merging.merge(kept, left, people.coordinator())
    aged(made, 10)
    assert made.actor == kept
    reminders.run()
    run(made.journal.first())
    assert sent_to(mailoutbox) == {"accueil@garde.example"}
    gate.apply(made, "accept", Who(link=1), gate.Said(contact="Au standard"))
    assert made.state == "accepted"


def test_an_erased_account_closes_politely_and_leaves_no_name(db, mailoutbox):
    requester = people.officer(name="Camille Durand", email="camille.durand@metropole.example")
    made = introductions.at(
        "sent", requester, what="Écrire à Camille Durand, camille.durand@metropole.example."
    )
    over = introductions.at("closed", requester, why="Durand suit ce dossier.")
    erasure.erase(requester, None)
    for row in (made, over):
        row.refresh_from_db()
        assert (row.state, row.requester) == ("closed", None)
        assert "urand" not in f"{row.what}{row.how}{row.why}".lower()
    entry = made.journal.first()
    assert (entry.transition, entry.by) == ("leave", None)
    run(entry)
    assert sent_to(mailoutbox) == {RELAY}
    assert "a quitté la plateforme" in mailoutbox[0].body


def test_an_heir_follows_the_requests(db):
    requester, heir = people.officer(), people.officer()
    made = introductions.at("accepted", requester, share_contact=True)
    erasure.erase(requester, heir)
    made.refresh_from_db()
    assert (made.state, made.requester, made.share_contact) == ("accepted", heir, False)


def test_an_heir_who_already_asks_the_same_actor_keeps_one_request(db):
    requester, heir, actor = people.officer(), people.officer(), actors.actor()
    left, kept = (introductions.at("sent", person, actor) for person in (requester, heir))
    erasure.erase(requester, heir)
    left.refresh_from_db()
    kept.refresh_from_db()
    assert (left.state, left.requester, kept.state) == ("closed", None, "sent")


def test_a_member_who_answered_then_left_is_nameless(db):
    bretagne = people.territory(level="region", code="53", name="Bretagne")
    member = people.officer(territory=bretagne)
    made = introductions.need()
    gate.apply(made, "send", Who(user=made.requester), gate.Said(peer=bretagne))
    entry = gate.apply(made, "refuse", Who(user=member), gate.Said(reason="indisponible"))
    erasure.erase(member, None)
    entry.refresh_from_db()
    assert entry.by is None


def test_the_export_gives_one_s_requests_back(db):
    made = introductions.at("sent")
    given = export.export(made.requester)["mises en relation"]
    assert given[0]["what"] == made.what
    assert RELAY not in str(given)


def test_the_clock_closes_what_waits(db):
    made = introductions.at("escalated")
    gate.apply(made, "leave", CLOCK)
    assert made.state == "closed"
