"""Review tasks: who is asked, who may answer, what waits for it. The table of reading_steps, whole."""

import contextlib
from dataclasses import replace
from itertools import product

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db.transaction import atomic
from django.urls import reverse

from aict.moderation import drafts, letters, reading_gate, reading_letters
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, Reading
from aict.moderation.readiness import Refused
from aict.moderation.reading_steps import STEPS
from aict.moderation.waiting import waited_on
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db
STATES = ["draft", "submitted", "returned", "published", "archived"]
ROLES = ["author", "teammate", "reader", "other", "coordinator", "coordinator_author"]
ALLOWED = {
    "ask": {"coordinator"},
    "nothing": {"reader"},
    "remarks": {"reader"},
    "drop": {"coordinator"},
    "agree": {"author", "teammate"},
}


def enter(client, user):
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def wanting(monkeypatch):
    """As a kind that wants a second reader."""
    kind = replace(KINDS["practice"], second_reader=True)
    monkeypatch.setitem(KINDS, "practice", kind)


class World:
    def __init__(self):
        self.author, self.teammate = people.officer(), people.officer()
        self.reader, self.other = people.officer(name="Lise Lectrice"), people.officer()
        self.coordinator, self.coordinator_author = people.coordinator(), people.coordinator()
        self.contribution = workflow.draft(self.author)
        self.contribution.editors.add(self.teammate)
        drafts.save(self.contribution, {"context": "Dit."}, 1, self.coordinator_author)
        apply(self.contribution, "submit", self.author, last_look=True)
        self.second = reading_gate.ask(self.contribution, self.reader, self.coordinator)
        self.last = self.contribution.readings.get(role="last")

    def move(self, state):
        """From the submission, as the workflow goes."""
        asked = [{"reason": "inexact", "field": "", "comment": "À préciser."}]
        if state in {"published", "archived"}:
            reading_gate.apply(self.last, "agree", self.author)
            apply(self.contribution, "accept", self.coordinator)
        if state == "archived":
            apply(self.contribution, "archive", self.author, comment="Fini.")
        if state == "draft":
            apply(self.contribution, "withdraw", self.author)
        if state == "returned":
            apply(self.contribution, "send_back", self.coordinator, corrections=asked)

    def do(self, step, by):
        if step == "ask":
            return reading_gate.ask(self.contribution, self.other, by)
        return reading_gate.apply(self.last if step == "agree" else self.second, step, by, "Oui.")


@pytest.fixture
def world():
    return World()


class UndoneError(Exception):
    """What one role did is not seen by the next."""


@pytest.mark.parametrize("state", STATES)
def test_every_role_in_every_state_may_do_what_the_table_says_and_nothing_else(world, state):
    world.move(state)
    for step, role in product(STEPS, ROLES):
        by, open_ = getattr(world, role), state == "submitted" and role in ALLOWED[step]
        with contextlib.suppress(UndoneError), atomic():
            before = list(Reading.objects.values_list("pk", "state").order_by("pk"))
            if open_:
                assert world.do(step, by).state == STEPS[step].target
            else:
                with pytest.raises((Refused, PermissionDenied)), atomic():
                    world.do(step, by)
                now = list(Reading.objects.values_list("pk", "state").order_by("pk"))
                assert now == before, (step, role)
            raise UndoneError


def test_each_step_is_in_the_journal_without_a_name_in_its_words(world):
    reading_gate.apply(world.second, "remarks", world.reader, "Le salon n’est pas daté.")
    labels = [entry.label for entry in world.contribution.journal.all()]
    assert labels[:2] == ["Seconde lecture : remarques", "Seconde lecture demandée"]
    assert "Lise" not in "".join(world.contribution.journal.values_list("comment", flat=True))


def test_asking_or_answering_twice_changes_nothing(world):
    assert reading_gate.ask(world.contribution, world.reader, world.coordinator) == world.second
    reading_gate.apply(world.second, "nothing", world.reader)
    with pytest.raises(Refused, match="déjà fait"):
        reading_gate.apply(world.second, "remarks", world.reader, "Finalement…")
    assert world.contribution.readings.filter(role="second").count() == 1


def test_remarks_want_words_and_authors_are_not_asked(world):
    with pytest.raises(Refused, match="vos remarques"):
        reading_gate.apply(world.second, "remarks", world.reader, " ")
    for person in (world.teammate, world.coordinator_author, people.officer(confirmed=False)):
        with pytest.raises(Refused):
            reading_gate.ask(world.contribution, person, world.coordinator)


def test_nothing_is_published_before_its_author_agrees(world):
    with pytest.raises(Refused, match="accord de l’auteur"):
        apply(world.contribution, "accept", world.coordinator)
    assert "Votre accord est attendu" in waited_on(fresh(world))
    told = waited_on(fresh(world), to_authors=False)
    assert "Seconde lecture demandée à Lise Lectrice" in told
    reading_gate.apply(world.last, "agree", world.teammate)
    apply(world.contribution, "accept", world.coordinator)
    assert fresh(world).live
    assert world.contribution.readings.get(role="second").state == "closed"


def fresh(world) -> Contribution:
    return Contribution.objects.get(pk=world.contribution.pk)


def test_the_wish_of_an_author_outlives_the_corrections_of_another(world):
    world.move("returned")
    apply(world.contribution, "submit", world.coordinator_author)
    looked = world.contribution.readings.get(role="last", state="asked")
    assert (looked.person, looked.number) == (world.author, world.contribution.last_number())
    apply(world.contribution, "withdraw", world.author)
    apply(world.contribution, "submit", world.author)
    assert not world.contribution.readings.filter(role="last", state="asked").exists()


def test_who_left_without_a_team_blocks_nothing(world):
    world.contribution.editors.clear()
    world.author.delete()
    apply(world.contribution, "accept", world.coordinator)
    assert world.contribution.readings.get(role="last").person is None


def test_a_kind_may_want_a_second_reader(wanting):
    contribution = workflow.submitted()
    judge, second, reader = people.coordinator(), people.coordinator(), people.officer()
    with pytest.raises(Refused, match="seconde lecture est nécessaire"):
        apply(contribution, "accept", judge)
    mine = reading_gate.ask(contribution, judge, second)
    reading_gate.apply(mine, "nothing", judge)
    with pytest.raises(Refused, match="seconde lecture est nécessaire"):
        apply(contribution, "accept", judge)
    theirs = reading_gate.ask(contribution, reader, second)
    reading_gate.apply(theirs, "remarks", reader, "Une coquille.")
    apply(contribution, "accept", judge)
    contribution.refresh_from_db()
    assert contribution.live


def test_a_reading_of_a_former_text_does_not_count(wanting):
    contribution = workflow.submitted()
    judge, reader, author = people.coordinator(), people.officer(), contribution.editors.get()
    reading_gate.apply(reading_gate.ask(contribution, reader, judge), "nothing", reader)
    apply(contribution, "withdraw", author)
    drafts.save(contribution, {"teaser": "Autrement."}, 1, author)
    apply(contribution, "submit", author)
    with pytest.raises(Refused, match="sur cette version"):
        apply(contribution, "accept", judge)


def test_a_reader_who_joined_the_authors_does_not_count(wanting):
    contribution = workflow.submitted()
    judge, reader = people.coordinator(), people.officer()
    reading_gate.apply(reading_gate.ask(contribution, reader, judge), "nothing", reader)
    contribution.editors.add(reader)
    with pytest.raises(Refused, match="seconde lecture est nécessaire"):
        apply(contribution, "accept", judge)
    contribution.editors.remove(reader)
    reader.delete()
    apply(contribution, "accept", judge)


def test_a_direct_kind_that_wants_a_second_reader_is_not_published_at_once(monkeypatch):
    kind = replace(KINDS["practice"], second_reader=True, direct=True)
    monkeypatch.setitem(KINDS, "practice", kind)
    coordinator = people.coordinator()
    with pytest.raises(PermissionDenied):
        apply(workflow.draft(coordinator), "publish", coordinator)


def test_a_reader_from_elsewhere_reads_answers_and_then_no_longer_reads(client, world):
    url = reverse("moderation:reading", args=[world.contribution.token])
    assert enter(client, world.other).get(url).status_code == 403
    enter(client, world.reader)
    assert world.contribution.title in client.get(reverse("moderation:mine")).text
    page = client.get(url)
    assert "Trois contrats signés" in page.text
    assert client.post(url, {"step": "accept"}).status_code == 422
    assert client.post(url, {"step": "remarks"}).status_code == 409
    page = client.post(url, {"step": "remarks", "words": "Une coquille."}, follow=True)
    assert "Vos remarques sont parties" in page.text
    world.move("draft")
    assert client.get(url).status_code == 403


def test_the_page_of_the_decision_says_who_is_waited_on(client, world, wanting):
    enter(client, world.coordinator)
    review = reverse("moderation:review", args=[world.contribution.token])
    page = client.get(review).text
    assert "Pas encore publiable" in page
    assert "Lise Lectrice" in page
    ask = reverse("moderation:ask_reading", args=[world.contribution.token])
    assert "Choisissez une personne" in client.post(ask, {"email": "x@y.example"}, follow=True).text
    told = client.post(ask, {"email": world.other.email.upper()}, follow=True).text
    assert "est prévenu·e" in told
    drop = reverse("moderation:drop_reading", args=[world.second.pk])
    assert "n’est plus attendue" in client.post(drop, follow=True).text
    assert "Seconde lecture demandée" in client.get(reverse("moderation:queue")).text


def test_the_author_ticks_a_box_and_agrees_on_a_page(client):
    contribution = workflow.draft()
    author = contribution.editors.get()
    enter(client, author)
    assert (
        "Je veux relire" in client.get(reverse("practices:check", args=[contribution.token])).text
    )
    client.post(
        reverse("moderation:change", args=[contribution.token, "submit"]), {"last_look": "on"}
    )
    page = client.get(reverse("moderation:contribution", args=[contribution.token])).text
    assert "Votre accord est attendu" in page
    url = reverse("moderation:reading", args=[contribution.token])
    assert "D’accord pour publication" in client.get(url).text
    assert "vous êtes d’accord" in client.post(url, {"step": "agree"}, follow=True).text
    assert contribution.readings.get().state == "agreed"


def test_each_step_is_mailed_to_those_it_concerns(world):
    told = {
        "ask": [world.reader],
        "look": [world.author],
        "remarks": [world.coordinator, world.author],
        "agree": [world.coordinator],
    }
    for step, expected in told.items():
        reading = world.last if step in {"look", "agree"} else world.second
        assert set(reading_letters.recipients(reading, step)) == set(expected), step
        letters.send(f"reading:{step}", reading.pk, expected[0].pk)
    assert "relecture demandée" in mail.outbox[0].subject
    assert f"/contributions/{world.contribution.token}/relecture/" in mail.outbox[0].body
    assert letters.send("reading:ask", world.second.pk, 0) == 0
