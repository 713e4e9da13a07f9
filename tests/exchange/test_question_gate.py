"""The whole table of a question: every state, every transition, every capacity."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.people.erasure import erase
from practices.exchange.models import Question
from practices.exchange.questions import gate
from practices.exchange.questions.permissions import CLOCK, Who, parts_of, sees
from practices.exchange.questions.states import TRANSITIONS
from tests.exchange import making
from tests.people import factories as people

ROLES = ("asker", "team", "link", "old_link", "coordinator", "stranger", "clock", "nobody")
# transition → (states it starts from, who may, where it leads), told again by hand.
EXPECTED = {
    "forward": ("asked", "coordinator", "forwarded"),
    "answer": ("forwarded", "team link", "answered"),
    "return": ("answered", "coordinator", "forwarded"),
    "publish": ("answered", "coordinator", "published"),
    "refuse": ("asked forwarded answered published", "coordinator", "refused"),
    "withdraw": ("asked forwarded answered", "asker", "withdrawn"),
    "leave": ("asked forwarded answered", "clock", "withdrawn"),
}


def outcome(question, transition, who) -> str:
    """The state reached, « denied » or « refused »; nothing is kept."""
    try:
        with transaction.atomic():
            gate.apply(question, transition, who, making.said(transition))
            reached = question.state
            raise RuntimeError
    except PermissionDenied:
        return "denied"
    except Refused:
        return "refused"
    except RuntimeError:
        return reached
    finally:
        question.refresh_from_db()


def everybody(question) -> dict[str, Who]:
    team = making.team_of(question)
    return {
        "asker": Who(user=question.asker),
        "team": Who(user=team),
        "link": Who(user=team, link=question.round),
        "old_link": Who(user=team, link=question.round + 1),
        "coordinator": Who(user=people.coordinator()),
        "stranger": Who(user=people.officer()),
        "clock": CLOCK,
        "nobody": Who(),
    }


@pytest.mark.parametrize("state", making.WAYS)
def test_every_transition_by_everybody(db, state):
    """Who has a part goes through the gate; who has none is seen to have none."""
    question = making.at(state)
    who = everybody(question)
    parts = {role: parts_of(who[role], question) for role in ROLES}
    assert TRANSITIONS.keys() == EXPECTED.keys()
    found, expected = {}, {}
    for transition, (sources, allowed, target) in EXPECTED.items():
        for role in ROLES:
            reached = target if state in sources.split() else "refused"
            expected[transition, role] = reached if role in allowed.split() else "denied"
            has_part = TRANSITIONS[transition].part in parts[role]
            found[transition, role] = (
                outcome(question, transition, who[role]) if has_part else "denied"
            )
    assert found == expected


def test_the_gate_denies_who_has_no_part(db):
    question = making.at("forwarded")
    for role, who in everybody(question).items():
        denied = [
            name for name, (_from, allowed, _to) in EXPECTED.items() if role not in allowed.split()
        ]
        assert {outcome(question, name, who) for name in denied} == {"denied"}


def test_nobody_relays_their_own_question_nor_their_team_s_answer(db):
    asker = people.coordinator()
    people.membership(asker)
    mine = making.question(asker)
    with pytest.raises(PermissionDenied):
        gate.apply(mine, "forward", Who(user=asker))
    answered = making.at("answered")
    member = people.coordinator()
    answered.practice.contribution.editors.add(member)
    with pytest.raises(PermissionDenied):
        gate.apply(answered, "publish", Who(user=member))


def refusal(function, *arguments) -> str:
    with pytest.raises(Refused) as trouble:
        function(*arguments)
    return str(trouble.value)


def test_what_lacks_is_said(db):
    coordinator = Who(user=people.coordinator())
    forwarded = making.at("forwarded")
    team = Who(user=making.team_of(forwarded))
    assert "Écrivez" in refusal(gate.apply, forwarded, "answer", team, gate.Said(answer="  "))
    assert "raison" in refusal(gate.apply, forwarded, "refuse", coordinator, gate.Said(reason="x"))
    assert "reprendre" in refusal(gate.apply, making.at("answered"), "return", coordinator)
    alone = making.question()
    alone.practice.contribution.editors.clear()
    assert "Plus personne" in refusal(gate.apply, alone, "forward", coordinator)


def test_who_may_ask(db):
    practice = making.practice()
    waiting = people.officer(confirmed=False)
    assert "appartenance" in gate.why_not(waiting, practice)
    assert "équipe" in gate.why_not(practice.contribution.editors.get(), practice)
    busy = people.officer()
    for number in range(gate.MOST_WAITING):
        making.question(busy, practice, text=f"Question {number} ?")
    assert "en attente" in gate.why_not(busy, practice)
    # The same one sent twice is one.
    again = making.question(busy, practice, text="Question 0 ?")
    assert Question.objects.count() == gate.MOST_WAITING
    assert again.text == "Question 0 ?"


def test_who_sees_mirrors_the_queryset(db):
    questions = [making.at(state) for state in making.WAYS]
    shared = questions[1]
    readers = [
        people.officer(),
        people.coordinator(),
        *(q.asker for q in questions[:2]),
        *(making.team_of(q) for q in questions[:2]),
    ]
    for reader in readers:
        visible = set(Question.objects.visible_to(reader))
        assert visible == {q for q in questions if sees(reader, q)}
    assert sees(making.team_of(shared), shared)
    assert not sees(making.team_of(questions[0]), questions[0])


def test_the_pages_clock_ticks_when_readers_see_a_change(db):
    question = making.at("answered")
    before = Clock.tick("question", 0)
    gate.apply(question, "publish", making.by(question, "publish"))
    assert Clock.tick("question", 0) == before + 1
    gate.apply(question, "refuse", making.by(question, "refuse"), gate.Said(reason="autre"))
    assert Clock.tick("question", 0) == before + 2


@pytest.mark.django_db
def test_the_name_of_who_answered_goes_with_her_account():
    made = making.at("forwarded")
    colleague = making.team_of(made)
    colleague.name = "Zoé Zanzibarineuse"
    colleague.save()
    said = gate.Said(answer="Demandez à Zoé Zanzibarineuse, elle sait.")
    gate.apply(made, "answer", Who(user=colleague), said, quiet=True)
    erase(colleague, None)
    made.refresh_from_db()
    assert "Zanzibarineuse" not in made.answer
