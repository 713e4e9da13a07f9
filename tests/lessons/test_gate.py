"""The whole table of a statement: every state, every transition, every role."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from aict.moderation.readiness import Refused
from practices.lessons import gate
from practices.lessons.checklist import POINTS
from practices.lessons.models import Lesson, Statement
from practices.lessons.permissions import CLOCK, Who, sees
from practices.lessons.states import TRANSITIONS
from tests.lessons import making
from tests.people import factories as people

ROLES = ("author", "coordinator", "administrator", "stranger", "clock", "nobody")
COORDINATION = "coordinator administrator"
OPEN = "draft submitted returned cleared"
# transition → (states it starts from, who may, where it leads), told again by hand.
EXPECTED = {
    "submit": ("draft returned", "author", "submitted"),
    "rewrite": ("submitted", COORDINATION, "submitted"),
    "check": ("submitted", COORDINATION, "submitted"),
    "send_back": ("submitted cleared", COORDINATION, "returned"),
    "refuse": ("submitted cleared returned", COORDINATION, "refused"),
    "approve": ("cleared", "author", "published"),
    "take_back": ("submitted cleared", "author", "draft"),
    "withdraw": (OPEN, "author", "withdrawn"),
    "remove": ("published", f"author {COORDINATION}", "withdrawn"),
    "leave": (OPEN, "clock", "withdrawn"),
}


def outcome(statement, transition, who) -> str:
    """The state reached, « denied » or « refused »; nothing is kept."""
    try:
        with transaction.atomic():
            gate.apply(statement, transition, who, making.said(statement, transition))
            reached = statement.state
            raise RuntimeError
    except PermissionDenied:
        return "denied"
    except Refused:
        return "refused"
    except RuntimeError:
        return reached
    finally:
        statement.refresh_from_db()


@pytest.mark.parametrize("state", making.WAYS)
def test_every_transition_by_everybody(db, state):
    statement = making.at(state)
    who = {
        "author": Who(user=statement.author),
        "coordinator": Who(user=people.coordinator()),
        "administrator": Who(user=people.administrator()),
        "stranger": Who(user=people.officer()),
        "clock": CLOCK,
        "nobody": Who(),
    }
    assert TRANSITIONS.keys() == EXPECTED.keys()
    found, expected = {}, {}
    for transition, (sources, allowed, target) in EXPECTED.items():
        for role in ROLES:
            reached = target if state in sources.split() else "refused"
            expected[transition, role] = reached if role in allowed.split() else "denied"
            found[transition, role] = outcome(statement, transition, who[role])
    assert found == expected


def refusal(statement, transition, who, said) -> str:
    with pytest.raises(Refused) as trouble:
        gate.apply(statement, transition, who, said)
    return str(trouble.value)


def test_two_people_other_than_the_author_clear_it(db):
    author = people.coordinator()
    people.membership(author)
    statement = making.at("submitted", author)
    said = making.said(statement, "check")
    with pytest.raises(PermissionDenied):
        gate.apply(statement, "check", Who(user=author), said)
    first, second = people.coordinator(), people.coordinator()
    for _click in range(2):
        gate.apply(statement, "check", Who(user=first), said)
        assert statement.state == "submitted"
    gate.apply(statement, "check", Who(user=second), said)
    assert statement.state == "cleared"


def test_a_word_changed_undoes_the_checks(db):
    statement = making.at("submitted")
    first, second = Who(user=people.coordinator()), Who(user=people.coordinator())
    before = making.said(statement, "check")
    gate.apply(statement, "check", first, before)
    gate.apply(statement, "rewrite", first, making.said(statement, "rewrite"))
    assert gate.readers(statement) == 0
    assert "changé" in refusal(statement, "check", second, before)
    gate.apply(statement, "check", second, making.said(statement, "check"))
    assert statement.state == "submitted"


def test_the_author_approves_the_exact_text_and_no_other(db):
    statement = making.at("cleared")
    author = Who(user=statement.author)
    assert "changé" in refusal(statement, "approve", author, gate.Said(digest="autre"))
    exact = making.said(statement, "approve")
    Statement.objects.filter(pk=statement.pk).update(wrong="Un mot glissé en douce.")
    assert "changé" in refusal(statement, "approve", author, exact)
    statement.refresh_from_db()
    late = gate.Said(digest=statement.digest)
    assert "Deux personnes" in refusal(statement, "approve", author, late)
    assert not Lesson.objects.exists()


def test_every_point_is_ticked(db):
    statement = making.at("submitted")
    who = Who(user=people.coordinator())
    some = gate.Said(digest=statement.digest, points=[*POINTS][1:])
    assert "chaque point" in refusal(statement, "check", who, some)
    for transition in ("send_back", "refuse"):
        assert "pourquoi" in refusal(statement, transition, who, gate.Said())


def test_marks_that_point_to_few_authorities_are_never_checked(db):
    statement = making.at("submitted", level="metropole", band="plus-200k")
    said = making.said(statement, "check")
    who = Who(user=people.coordinator())
    assert "élargissez" in refusal(statement, "check", who, said)


def test_only_a_confirmed_officer_confides_a_whole_text(db):
    waiting = people.officer(confirmed=False)
    statement = making.draft(waiting)
    assert "rien n’est perdu" in refusal(statement, "submit", Who(user=waiting), gate.Said())
    partial = making.draft(instead="")
    assert "complétez" in refusal(partial, "submit", Who(user=partial.author), gate.Said())


def test_who_sees_mirrors_the_queryset(db):
    rows = [making.at(state) for state in making.WAYS]
    for reader in (people.coordinator(), people.officer(), *(row.author for row in rows)):
        visible = set(Statement.objects.visible_to(reader))
        assert visible == {row for row in rows if sees(reader, row)}
