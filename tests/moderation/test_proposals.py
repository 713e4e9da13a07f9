"""Another text proposed by an officer outside the team: who may, what it becomes, who is told."""

import contextlib
from dataclasses import replace
from functools import partial
from itertools import product

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db.transaction import atomic
from django.urls import reverse

from aict.moderation import drafts, letters, proposal_gate, proposals
from aict.moderation.binding import bind
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Proposal
from aict.moderation.permissions import is_involved
from aict.moderation.readiness import Refused
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db
EFFECTS = next(part for part in KINDS["practice"].parts if part.slug == "effets")
VALUES = {"local_impact": "Douze emplois.", "results": []}
STATES = {
    "draft": ["revise"],
    "submitted": ["revise", "submit"],
    "published": [],
    "archived": ["archive"],
}
ROLES = ["author", "proposer", "other", "unconfirmed", "coordinator"]


@pytest.fixture(autouse=True)
def _open(monkeypatch):
    kind = replace(KINDS["practice"], open_to_proposals=True)
    monkeypatch.setitem(KINDS, "practice", kind)


class World:
    def __init__(self):
        self.author, self.coordinator = people.officer(), people.coordinator()
        self.proposer, self.other = people.officer(name="Paul Proposant"), people.officer()
        self.unconfirmed = people.officer(confirmed=False)
        self.live = workflow.published(self.author, local_impact="Quatre emplois.")
        self.contribution = self.live.contribution
        self.proposal = self.propose(self.proposer)

    def propose(self, by, **changes):
        why = "Compté à l’automne."
        return proposals.propose(self.contribution, EFFECTS, VALUES | changes, why, by)

    def decide(self, step, by):
        if step == "take":
            proposals.take(self.proposal, by, drafts.lock_of(self.contribution, EFFECTS))
        else:
            proposals.refuse(self.proposal, by, "Le chiffre n’est pas sourcé.")

    def text(self) -> dict:
        return drafts.text_in_hand(self.contribution).data


@pytest.fixture
def world():
    return World()


def enter(client, user):
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


class UndoneError(Exception):
    """What one role did is not seen by the next."""


@pytest.mark.parametrize("state", STATES)
def test_every_role_in_every_state_may_do_what_the_table_says_and_nothing_else(world, state):
    for step in STATES[state]:
        apply(world.contribution, step, world.author, comment="Parce que.")
    for step, role in product(["propose", "take", "refuse"], ROLES):
        by = getattr(world, role)
        with contextlib.suppress(UndoneError), atomic():
            if step == "propose":
                allowed = role in {"proposer", "other"} and state != "archived"
                act = partial(world.propose, by, local_impact="Six emplois.")
            else:
                closed = step == "take" and state in {"submitted", "archived"}
                allowed = role in {"author", "coordinator"} and not closed
                act = partial(world.decide, step, by)
            before = list(Proposal.objects.values_list("pk", "state"))
            if allowed:
                act()
                assert list(Proposal.objects.values_list("pk", "state")) != before
            else:
                with pytest.raises((Refused, PermissionDenied)), atomic():
                    act()
                assert list(Proposal.objects.values_list("pk", "state")) == before
            raise UndoneError


def test_taking_changes_only_what_was_proposed_and_signs_both(world):
    world.decide("take", world.coordinator)
    assert world.text()["local_impact"] == "Douze emplois."
    assert world.text()["title"] == world.live.title
    assert {world.coordinator, world.proposer} == {
        hand.by for hand in drafts.text_in_hand(world.contribution).hands.all()
    }
    assert is_involved(world.proposer, world.contribution), "who wrote does not judge"
    world.live.refresh_from_db()
    assert world.live.local_impact == "Quatre emplois.", "nothing is on line yet"


def test_answers_the_team_changed_meanwhile_stay(world):
    lock_no = drafts.lock_of(world.contribution, EFFECTS)
    drafts.save(world.contribution, {"not_again": "Partir seuls."}, lock_no, world.author)
    with pytest.raises(drafts.Stale), atomic():
        proposals.take(world.proposal, world.coordinator, lock_no)
    world.proposal.refresh_from_db()
    assert world.proposal.state == "open"
    world.decide("take", world.coordinator)
    assert (world.text()["not_again"], world.text()["local_impact"]) == (
        "Partir seuls.",
        "Douze emplois.",
    )


def test_it_is_decided_once_and_refused_with_a_reason(world):
    with pytest.raises(Refused, match="Dites pourquoi"):
        proposals.refuse(world.proposal, world.author, "  ")
    world.decide("refuse", world.author)
    with pytest.raises(Refused, match="déjà décidé"):
        world.decide("take", world.coordinator)
    assert world.contribution.journal.first().label == "Proposition non retenue"


def test_a_version_that_changes_the_same_part_outdates_it(world):
    kept = world.propose(world.other, local_impact="Six emplois.")
    drafts.save(world.contribution, {"teaser": "Autrement."}, 1, world.author)
    publish(world)
    kept.refresh_from_db()
    assert kept.state == "open", "another part changed"
    lock_no = drafts.text_in_hand(world.contribution).lock_no
    drafts.save(world.contribution, {"local_impact": "Cinq emplois."}, lock_no, world.author)
    publish(world)
    assert set(Proposal.objects.values_list("state", flat=True)) == {"outdated"}
    assert kept.data["local_impact"] == "Six emplois."


def publish(world):
    apply(world.contribution, "submit", world.author)
    apply(world.contribution, "accept", people.coordinator())


def test_submitting_the_same_text_again_outdates_nothing(world):
    apply(world.contribution, "revise", world.author)
    publish(world)
    world.proposal.refresh_from_db()
    assert world.proposal.state == "open"
    assert list(
        world.contribution.revisions.filter(accepted=True).values_list("number", flat=True)
    ) == [2, 1]


def test_sent_twice_it_is_kept_once_and_nothing_new_is_refused(world):
    assert world.propose(world.proposer) == world.proposal
    live = proposals.live_text(world.contribution).data
    same = {name: live.get(name, "") for name in EFFECTS.names}
    with pytest.raises(Refused, match="rien changé"):
        proposals.propose(world.contribution, EFFECTS, same, "Pour voir.", world.other)


def sent(world, **changes) -> dict:
    """What the page of the part sends back, with these changes."""
    bound = bind(EFFECTS, proposals.live_text(world.contribution).data)
    told = {name: bound.form[name].value() or "" for name in bound.form.fields}
    rows = {"results-TOTAL_FORMS": "0", "results-INITIAL_FORMS": "0"}
    return told | rows | {"proposal_reason": "Compté à l’automne."} | changes


def test_an_officer_proposes_follows_and_the_team_takes_it(client, world):
    enter(client, world.other)
    choose = reverse("moderation:propose_change", args=[world.contribution.token])
    assert choose in client.get(world.live.get_absolute_url()).text
    assert "Les effets" in client.get(choose).text
    url = reverse("moderation:propose_part", args=[world.contribution.token, "effets"])
    assert "Quatre emplois." in client.get(url).text
    answer = client.post(url, sent(world, local_impact="Sept emplois."), follow=True)
    assert "Votre proposition est partie" in answer.text
    made = Proposal.objects.get(author=world.other)
    page = reverse("moderation:proposal", args=[made.pk])
    assert page in client.get(reverse("moderation:mine")).text
    assert client.post(page, {"step": "take", "lock_no": "1"}).status_code == 403
    enter(client, world.proposer)
    assert client.get(page).status_code == 403
    enter(client, world.author)
    assert page in client.get(reverse("moderation:mine")).text
    told = client.get(page).text
    assert "Reprendre dans le brouillon" in told
    lock_no = drafts.lock_of(world.contribution, EFFECTS)
    answer = client.post(page, {"step": "take", "lock_no": lock_no}, follow=True)
    assert "Sept emplois." in answer.text
    assert client.post(page, {"step": "take", "lock_no": lock_no}).status_code == 409
    assert "Reprise dans le brouillon" in enter(client, world.other).get(page).text


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"proposal_reason": ""}, 422, "Dites pourquoi"),
        ({}, 422, "rien changé"),
        ({"local_impact": "a\x00b"}, 400, "caractère invisible"),
        ({"evidence": "99", "local_impact": "Gardé."}, 422, "Gardé."),
        ({"add": "results", "local_impact": "Gardé."}, 200, "Gardé."),
        ({"results-TOTAL_FORMS": "beaucoup"}, 400, ""),
    ],
)
def test_what_is_refused_is_shown_again(client, world, changes, status, words):
    enter(client, world.other)
    url = reverse("moderation:propose_part", args=[world.contribution.token, "effets"])
    answer = client.post(url, sent(world, **changes))
    assert (answer.status_code, words in answer.text) == (status, True)
    assert Proposal.objects.count() == 1


def test_the_team_is_sent_to_the_draft_and_strangers_to_nothing(client, world):
    url = reverse("moderation:propose_part", args=[world.contribution.token, "effets"])
    answer = enter(client, world.author).get(url)
    assert answer.url == reverse("practices:edit_part", args=[world.contribution.token, "effets"])
    assert enter(client, world.unconfirmed).get(url).status_code == 403
    assert enter(client, world.other).get(url.replace("effets", "nulle-part")).status_code == 404
    apply(world.contribution, "archive", world.author, comment="Fini.")
    assert client.get(url).status_code == 404


def test_a_kind_is_closed_to_proposals_unless_it_says_so(client, world, monkeypatch):
    monkeypatch.setitem(KINDS, "practice", replace(KINDS["practice"], open_to_proposals=False))
    enter(client, world.other)
    url = reverse("moderation:propose_change", args=[world.contribution.token])
    assert client.get(url).status_code == 404
    assert url not in client.get(world.live.get_absolute_url()).text


def test_those_concerned_are_told_at_each_step(world):
    assert proposal_gate.concerned(world.proposal, "propose") == [world.author]
    world.contribution.editors.clear()
    assert world.coordinator in proposal_gate.concerned(world.proposal, "propose")
    world.decide("refuse", world.coordinator)
    letters.send("proposal:propose", world.proposal.pk, world.author.pk)
    letters.send("proposal:refuse", world.proposal.pk, world.proposer.pk)
    first, second = mail.outbox
    assert "Paul Proposant propose un autre texte" in first.body
    assert "n’est pas sourcé" in second.body
    world.proposer.delete()
    world.proposal.refresh_from_db()
    assert world.proposal.author is None
    assert proposal_gate.concerned(world.proposal, "refuse") == []


def test_the_queue_shows_what_is_proposed(client, world):
    page = enter(client, world.coordinator).get(reverse("moderation:queue")).text
    assert reverse("moderation:proposal", args=[world.proposal.pk]) in page


def test_who_proposes_never_reads_the_title_of_a_draft(client):
    live = workflow.published()
    contribution = live.contribution
    contribution.refresh_from_db()
    officer = people.officer()
    made = proposals.propose(contribution, EFFECTS, VALUES, "Un chiffre", officer)
    type(contribution).objects.filter(pk=contribution.pk).update(title="Titre du brouillon")
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    for address in (
        reverse("moderation:proposal", args=[made.pk]),
        reverse("moderation:propose_change", args=[contribution.token]),
        reverse("moderation:propose_part", args=[contribution.token, "effets"]),
    ):
        text = client.get(address).text
        assert live.title in text, address
        assert "brouillon" not in text.replace("dans le brouillon", ""), address
    mail.outbox.clear()
    letters.send("proposal:take", made.pk, officer.pk)
    assert "Titre" not in mail.outbox[0].subject
