"""The workflow's full product: every state, live or not, every transition, every role."""

import contextlib

import pytest
from django.core.exceptions import PermissionDenied
from django.db.transaction import atomic

from aict.listing.addresses import moved
from aict.moderation.gate import apply
from aict.moderation.models import Contribution, State
from aict.moderation.readiness import NotReady, Refused
from aict.moderation.transitions import TRANSITIONS
from practices.models import Practice
from tests.people import factories as people
from tests.practices import workflow as practices

pytestmark = pytest.mark.django_db

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


@pytest.mark.parametrize("transition", TRANSITIONS)
@pytest.mark.parametrize(("state", "live"), OPEN)
def test_every_role_in_every_state_may_do_what_the_table_says_and_nothing_else(
    state, live, transition
):
    author = people.officer()
    contribution = in_state(state, live, author)
    rule = OPEN[state, live].get(transition)
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


def test_submitting_an_incomplete_text_says_what_lacks_and_changes_nothing():
    contribution = practices.draft(title="", countries=["ZZ"])
    with pytest.raises(NotReady) as refused:
        apply(contribution, "submit", contribution.editors.get())
    assert {part for part, *_ in refused.value.missing} == {"essentiel"}
    assert {field for _, field, *_ in refused.value.missing} >= {"id_title"}
    assert "Titre" in str(refused.value)
    contribution.refresh_from_db()
    assert contribution.state == State.DRAFT
    assert contribution.revisions.get().number is None


def test_a_cooperation_lacks_its_three_marks():
    contribution = practices.draft(category="cooperation")
    with pytest.raises(NotReady) as refused:
        apply(contribution, "submit", contribution.editors.get())
    words = str(refused.value)
    assert "Partenariat" in words
    assert "Bénéfices ici" in words
    assert "Nommez au moins un acteur économique ici." in words


def test_acceptance_makes_the_live_row_from_the_text():
    practice = practices.published(data=practices.cooperation())
    assert practice.partnership.title == "Grenoble – Essaouira"
    assert (practice.partnership.kind, practice.partnership.state) == ("partnership", "draft")
    assert list(practice.partnership.editors.all()) == list(practice.contribution.editors.all())
    assert [p.side for p in practice.partners.all()] == ["ici", "la-bas"]
    assert [c.code for c in practice.countries.all()] == ["MA"]
    assert practice.contribution.state == State.PUBLISHED
    assert practice.contribution.authorised_by_function == "Direction générale des services"
    assert practice.stamp > 0


def test_a_coordinator_who_wrote_the_text_cannot_approve_it():
    from aict.moderation import drafts

    contribution = practices.draft()
    writer = people.coordinator()
    drafts.save(contribution, {"teaser": "Relu en entretien."}, 1, writer)
    apply(contribution, "submit", contribution.editors.get())
    with pytest.raises(PermissionDenied):
        apply(contribution, "accept", writer)
    apply(contribution, "accept", people.coordinator())


def test_deciding_on_a_version_one_did_not_read_is_refused():
    contribution = practices.submitted()
    with pytest.raises(Refused, match="Le texte a changé"):
        apply(contribution, "accept", people.coordinator(), expected=7)


def test_the_second_of_two_decisions_is_told_who_was_first():
    contribution = practices.submitted()
    first, second = people.coordinator(name="Première"), people.coordinator()
    apply(contribution, "accept", first)
    asked = [{"reason": "inexact", "field": "", "comment": "Non."}]
    with pytest.raises(Refused, match=r"Publié.*Première"):
        apply(contribution, "send_back", second, corrections=asked)


def test_sending_back_needs_a_reason():
    with pytest.raises(Refused, match="au moins un motif"):
        apply(practices.submitted(), "send_back", people.coordinator())


def test_the_live_version_stays_until_the_update_is_accepted():
    practice = practices.published()
    author = practice.contribution.editors.get()
    from aict.moderation import drafts

    drafts.save(practice.contribution, {"title": "Accompagner vingt entreprises"}, 1, author)
    practice.contribution.refresh_from_db()
    apply(practice.contribution, "submit", author, note="Le salon a changé de taille.")
    practice.refresh_from_db()
    assert practice.title == "Accompagner dix entreprises sur un salon"
    apply(practice.contribution, "accept", people.coordinator())
    practice = Practice.objects.get(pk=practice.pk)
    assert practice.title == "Accompagner vingt entreprises"
    assert practice.slug == "accompagner-vingt-entreprises"
    assert moved(Practice, "accompagner-dix-entreprises-sur-un-salon") == practice


def test_a_failing_publication_leaves_no_half_written_row(monkeypatch):
    contribution = practices.submitted()

    def broken(practice):
        raise RuntimeError("panne")

    monkeypatch.setattr(Practice, "refresh_listing", broken)
    with pytest.raises(RuntimeError):
        apply(contribution, "accept", people.coordinator())
    contribution.refresh_from_db()
    assert contribution.state == State.SUBMITTED
    assert not Practice.objects.exists()
    assert contribution.journal.count() == 1
