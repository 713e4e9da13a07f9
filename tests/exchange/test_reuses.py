"""« Je m’en inspire »: declared, followed, linked, hidden; the chain as it is read."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.people import erasure
from practices import pages
from practices.exchange import reminding, signed, tasks
from practices.exchange.models import Reuse
from practices.exchange.reuses import gate, mails
from practices.exchange.reuses.gate import Said, Who
from practices.exchange.reuses.lineage import chain_of, lineage_of
from practices.exchange.reuses.states import FOLLOW, TRANSITIONS
from tests.exchange import making
from tests.people import factories as people
from tests.practices import factories as practices

ROLES = ("declarer", "colleague", "link", "coordinator", "stranger", "nobody")
KEPT = ("declared", "adapted", "done", "dropped")
SAID = Said(sentence="C’est fait.", comment="Texte à revoir.")


@pytest.fixture(autouse=True)
def _nothing_remembered():
    pages.forget()


def outcome(reuse, transition, who) -> str:
    """The state reached (or « hidden », « shown »), « denied » or « refused »; nothing is kept."""
    try:
        with transaction.atomic():
            gate.apply(reuse, transition, who, SAID)
            moved = {"hide": "hidden", "show": "shown"}
            reached = moved.get(transition, reuse.state)
            raise RuntimeError
    except PermissionDenied:
        return "denied"
    except Refused:
        return "refused"
    except RuntimeError:
        return reached
    finally:
        reuse.refresh_from_db()


@pytest.mark.parametrize("state", [*KEPT, "hidden", "withdrawn"])
def test_every_transition_by_everybody(db, state):
    reuse = making.reuse()
    column = {"hidden": True} if state == "hidden" else {"state": state}
    Reuse.objects.filter(pk=reuse.pk).update(**column)
    reuse.refresh_from_db()
    who = {
        "declarer": Who(user=reuse.declared_by),
        "colleague": Who(user=people.officer()),
        "link": Who(link=True),
        "coordinator": Who(user=people.coordinator()),
        "stranger": Who(user=people.officer(territory=making.place("53", "Bretagne"))),
        "nobody": Who(),
    }
    ours, theirs = {"declarer", "colleague"}, {"coordinator"}
    expected_by = {
        "adapt": (ours | {"link"}, "adapted", state != "withdrawn"),
        "complete": (ours | {"link"}, "done", state != "withdrawn"),
        "drop": (ours | {"link"}, "dropped", state != "withdrawn"),
        "withdraw": (ours, "withdrawn", state != "withdrawn"),
        "hide": (theirs, "hidden", state in KEPT),
        "show": (theirs, "shown", state == "hidden"),
    }
    assert TRANSITIONS.keys() == expected_by.keys() == mails.WORDS.keys() - {"declare", "follow"}
    parts = {role: gate.parts_of(who[role], reuse) for role in ROLES}
    found, expected = {}, {}
    for transition, (allowed, target, opened) in expected_by.items():
        for role in ROLES:
            reached = target if opened else "refused"
            expected[transition, role] = reached if role in allowed else "denied"
            # Who has no part is sent to the gate once a role: `withdraw` stands for the others.
            has_part = TRANSITIONS[transition].part in parts[role] and (
                role != "link" or transition in FOLLOW
            )
            sent = has_part or transition == "withdraw"
            found[transition, role] = outcome(reuse, transition, who[role]) if sent else "denied"
    assert found == expected


def test_declared_on_the_page_and_shown_there_at_once(client, db):
    officer, practice = people.officer(name="Camille Fictif"), making.practice()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    address = practice.get_absolute_url()
    assert f"{address}reprises/declarer/" in client.get(address).text
    sent = {
        "membership": officer.memberships.get().pk,
        "taken": "La tournée, à quatre.",
        "since": "2026-03",
    }
    before = Clock.tick("reuse", 0)
    for _click in range(2):
        assert client.post(f"{address}reprises/declarer/", sent).status_code == 302
    assert Reuse.objects.count() == 1
    assert Clock.tick("reuse", 0) == before + 1
    client.logout()
    page = client.get(address).text
    assert "Grenoble-Alpes-Métropole" in page
    assert "Camille" not in page
    chain = client.get(f"{address}reprises/").text
    assert "La tournée, à quatre." in chain
    assert "mars 2026" in chain


@pytest.mark.parametrize(
    "changes", [{"since": "2999-01"}, {"since": "1200-01"}, {"since": "hier"}, {"taken": "\0"}]
)
def test_odd_answers_are_said(client, db, changes):
    officer, practice = people.officer(), making.practice()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    sent = {"membership": officer.memberships.get().pk, "taken": "L’idée", "since": "2026-03"}
    answer = client.post(f"{practice.get_absolute_url()}reprises/declarer/", sent | changes)
    assert answer.status_code == 422
    assert not Reuse.objects.exists()


def test_one_does_not_take_up_one_s_own(db):
    ours = practices.practice()
    with pytest.raises(Refused, match="propre collectivité"):
        making.reuse(about=ours)


def test_the_mailed_page_says_what_became_of_it(client, db):
    reuse = making.reuse()
    ours = practices.practice(title="Notre tournée")
    link = f"/echanges/reprises/suite/{signed.follow_key(reuse)}/"
    assert "Notre tournée" in client.get(link).text
    assert client.post(link, {"outcome": "gagné", "sentence": "x"}).status_code == 422
    sent = {"outcome": "adapt", "sentence": "À quatre, et en train.", "child": ours.slug}
    assert "C’est enregistré" in client.post(link, sent).text
    reuse.refresh_from_db()
    assert (reuse.state, reuse.child) == ("adapted", ours)
    parent = client.get(reuse.practice.get_absolute_url()).text
    assert "Reprise par" in parent
    child = client.get(ours.get_absolute_url()).text
    assert "Inspirée de" in child
    assert reuse.practice.title in child
    Reuse.objects.filter(pk=reuse.pk).update(state="withdrawn")
    assert client.get(link).status_code == 410
    assert client.get("/echanges/reprises/suite/faux/").status_code == 404


def test_a_link_is_to_a_practice_of_theirs_and_never_in_a_circle(db):
    first, second = making.practice(title="Un"), practices.practice(title="Deux")
    link, foreign = Who(link=True), making.practice()
    reuse = making.reuse(about=first)
    with pytest.raises(Refused, match="votre collectivité"):
        gate.apply(reuse, "adapt", link, Said(child=foreign))
    gate.apply(reuse, "adapt", link, Said(child=second))
    back = making.reuse_by(making.place(), second)
    with pytest.raises(Refused, match="tournerait en rond"):
        gate.apply(back, "adapt", link, Said(child=first))


def test_lineage_counts_what_goes_on_and_says_what_is_proven(db, django_assert_num_queries):
    practice = making.practice()
    for number, state in enumerate(["adapted", "done", "declared", "dropped", "adapted"]):
        making.reuse_by(making.place(f"9{number}", f"Région {number}"), practice, state)
    with django_assert_num_queries(2):
        lineage = lineage_of(practice)
        names = lineage.names
    assert (lineage.count, lineage.proven) == (4, "reprise trois fois")
    assert "Région 3" not in names
    assert len(lineage.reuses) == 5
    hidden = lineage.reuses[0]
    gate.apply(hidden, "hide", Who(user=people.coordinator()), Said(comment="Erreur."))
    again = lineage_of(practice)
    assert (again.count, again.proven) == (3, "")


def test_the_chain_goes_from_authority_to_authority(db, django_assert_num_queries):
    first = making.practice(title="Un")
    second = practices.practice(title="Deux")
    making.reuse_by(people.territory(), first, "adapted", child=second)
    making.reuse_by(making.place("93", "Sud"), second)
    with django_assert_num_queries(2):
        (node,) = chain_of(first)
    assert node.reuse.child == second
    assert [below.reuse.territory.name for below in node.nodes] == ["Sud"]


def test_a_hidden_or_withdrawn_reuse_is_on_no_page(client, db):
    practice = making.practice()
    reuse = making.reuse_by(making.place("93", "Sud caché"), practice)
    gate.apply(reuse, "hide", Who(user=people.coordinator()), Said(comment="Erreur."))
    for address in ("", "reprises/"):
        assert "Sud caché" not in client.get(practice.get_absolute_url() + address).text


def test_coordinators_count_reuses_and_take_them_away(client, db):
    practice = making.practice(title="=Un salon")
    for number, state in enumerate(["adapted", "dropped"]):
        making.reuse_by(making.place(f"9{number}", f"Région {number}"), practice, state)
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    assert "adaptées 1, réalisées 0, abandonnées 1" in client.get("/echanges/suivi/").text
    lines = client.get("/echanges/suivi/?format=csv").getvalue().decode().splitlines()
    assert len(lines) == 3
    assert "Région 1" in lines[1]
    assert "'=Un salon" in lines[1]


@pytest.mark.parametrize(
    ("begun", "today", "months"),
    [("2026-01-15", "2026-07-14", 5), ("2026-01-15", "2026-07-15", 6), ("2025-08-31", "2026-03-01", 6)],
)  # fmt: skip
def test_months_that_went_by(begun, today, months):
    moment = datetime.fromisoformat(f"{begun}T12:00:00").replace(tzinfo=UTC)
    assert reminding.months_since(moment, datetime.fromisoformat(today).date()) == months


def test_it_is_asked_once_after_six_months_and_once_after_twelve(db, mailoutbox):
    reuse = making.reuse()
    asked = []
    for months in (1, 7, 7, 13, 13):
        then = timezone.now() - timedelta(days=months * 31)
        Reuse.objects.filter(pk=reuse.pk).update(created_at=then)
        asked.append(reminding.follow_reuses())
    assert asked == [0, 1, 0, 1, 0]
    entry = reuse.journal.filter(transition="follow").first()
    for letter in mails.letters(entry):
        tasks.send_reuse_mail(entry.pk, letter.part.value, letter.user.pk)
    (mail,) = mailoutbox
    assert mail.to == [reuse.declared_by.email]
    assert "/echanges/reprises/suite/" in mail.body


def test_who_is_told_of_a_reuse(db):
    reuse, coordinator = making.reuse(), people.coordinator()
    team = reuse.practice.contribution.editors.get()
    people_told = {letter.user for letter in mails.letters(reuse.journal.get())}
    assert people_told == {reuse.declared_by, team, coordinator}
    entry = gate.apply(reuse, "drop", Who(user=reuse.declared_by), SAID)
    assert [letter.user for letter in mails.letters(entry)] == [team]


def test_the_reuse_stays_with_the_authority_when_its_officer_leaves(db):
    officer = people.officer(name="Camille Dupont")
    reuse = making.reuse(officer, taken="Ce que Camille Dupont a vu.")
    erasure.erase(officer, None)
    reuse.refresh_from_db()
    assert reuse.declared_by is None
    assert "Dupont" not in reuse.taken
    colleague = people.officer()
    assert mails.owners(reuse) == [colleague]
