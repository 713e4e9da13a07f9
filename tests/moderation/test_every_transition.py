"""The workflow's full product: every state, live or not, every transition, every role."""

import contextlib
from copy import deepcopy

import pytest
from django.core.exceptions import PermissionDenied
from django.db.transaction import atomic

from aict.moderation.gate import apply
from aict.moderation.models import Contribution
from aict.moderation.readiness import Refused
from aict.moderation.transitions import TRANSITIONS
from tests.laws.shared_world import lasting
from tests.people import factories as people
from tests.practices import workflow as practices

EDITING = {"author", "coordinator", "administrator"}
DECIDING = {"coordinator", "administrator"}
# (state, live) → transition → (roles, state after, live after): the table, read aloud.
OPEN = {
    ("draft", False): {
        "submit": (EDITING, "submitted", False),
        "abandon": (EDITING, "archived", False),
    },
    ("returned", False): {
        "submit": (EDITING, "submitted", False),
        "abandon": (EDITING, "archived", False),
        "expire": ({"clock"}, "archived", False),
    },
    ("submitted", False): {
        "withdraw": (EDITING, "draft", False),
        "send_back": (DECIDING, "returned", False),
        "accept": (DECIDING, "published", True),
    },
    ("published", True): {
        "revise": (EDITING, "draft", True),
        "archive": (EDITING, "archived", False),
    },
    ("archived", False): {
        "reopen": (EDITING, "draft", False),
        "restore": (DECIDING, "published", True),
    },
    ("draft", True): {
        "submit": (EDITING, "submitted", True),
        "discard": (EDITING, "published", True),
    },
    ("returned", True): {
        "submit": (EDITING, "submitted", True),
        "discard": (EDITING, "published", True),
        "expire_update": ({"clock"}, "published", True),
    },
    ("submitted", True): {
        "withdraw": (EDITING, "draft", True),
        "send_back": (DECIDING, "returned", True),
        "accept": (DECIDING, "published", True),
    },
}
ROLES = ["author", "other_officer", "coordinator", "coordinator_author", "administrator", "clock"]


def in_state(state, live, author) -> Contribution:
    if not live:
        return getattr(practices, state)(author)
    contribution = practices.published(author).contribution
    steps = {
        "published": [],
        "draft": ["revise"],
        "submitted": ["revise", "submit"],
        "returned": ["revise", "submit", "send_back"],
    }
    for step in steps[state]:
        contribution.refresh_from_db()
        move(contribution, step, people.coordinator() if step == "send_back" else author)
    contribution.refresh_from_db()
    return contribution


def move(contribution, transition, by):
    asked = [{"reason": "inexact", "field": "", "comment": "À préciser."}]
    corrections = asked if transition == "send_back" else []
    return apply(contribution, transition, by, comment="Parce que.", corrections=corrections)


def person(role, contribution, author):
    if role == "author":
        return author
    if role == "coordinator_author":
        colleague = people.coordinator()
        contribution.editors.add(colleague)
        return colleague
    made = {
        "other_officer": people.officer,
        "coordinator": people.coordinator,
        "administrator": people.administrator,
        "clock": lambda: None,
    }
    return made[role]()


def allowed(rule, role) -> bool:
    """A coordinator who is of the team has her rights, and no others."""
    return bool(rule) and ("author" if role == "coordinator_author" else role) in rule[0]


class UndoneError(Exception):
    """What one role did is not seen by the next."""


@pytest.fixture(scope="module", params=OPEN, ids=str)
def reached(request, django_db_setup, django_db_blocker):
    """A contribution in one state, for every transition tried from there."""
    with lasting(django_db_blocker):
        author = people.officer()
        yield request.param, author, in_state(*request.param, author)


@pytest.mark.parametrize("transition", TRANSITIONS)
def test_every_role_in_every_state_may_do_what_the_table_says_and_nothing_else(
    reached, db, transition
):
    place, author, contribution = deepcopy(reached)
    rule = OPEN[place].get(transition)
    for role in ROLES:
        with contextlib.suppress(UndoneError), atomic():
            by = person(role, contribution, author)
            try_it(contribution, transition, by, rule if allowed(rule, role) else None)
            raise UndoneError


def try_it(contribution, transition, by, rule) -> None:
    """Make the change and see what the table says, or see it refused and nothing changed."""
    before = (contribution.state, contribution.live)
    entries = contribution.journal.count()
    if rule:
        move(contribution, transition, by)
    else:
        with pytest.raises((Refused, PermissionDenied)), atomic():
            move(contribution, transition, by)
    found = Contribution.objects.get(pk=contribution.pk)
    assert (found.state, found.live) == (rule[1:] if rule else before), by
    assert found.journal.count() == entries + bool(rule), by
    assert not rule or found.journal.first().by == by
