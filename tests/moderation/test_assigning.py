"""Parts given to someone: who gives them, to whom, where it shows, and what becomes of it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from aict.moderation import assigning, letters
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.readiness import Refused
from aict.people import erasure
from aict.ui.dates import long_date
from tests.people import factories as people

pytestmark = pytest.mark.django_db
MEANS = next(part for part in KINDS["practice"].parts if part.slug == "moyens")


def enter(client, user):
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def address(draft):
    return reverse("moderation:assignments", args=[draft.token])


def test_a_part_is_given_with_a_day_and_shown_where_it_is_written(client, draft, officer, address):
    newcomer, day = people.officer(name="Noé Neuf"), timezone.localdate() + timedelta(days=11)
    enter(client, officer)
    sent = {"part": "moyens", "email": newcomer.email.upper(), "until": day.isoformat()}
    page = client.post(address, sent, follow=True).text
    assert "Noé Neuf" in page
    assert newcomer in draft.editors.all()
    enter(client, newcomer)
    page = client.get(reverse("moderation:mine")).text
    assert f"Section “Les moyens”\u202f: à vous, pour le {long_date(day)}" in page
    edit = reverse("practices:edit_part", args=[draft.token, "moyens"])
    assert f"à vous, pour le {long_date(day)}" in client.get(edit).text
    given = draft.assignments.get()
    assert letters.send("assignment", given.pk, newcomer.pk) == 1
    assert edit in mail.outbox[0].body
    assert "Les moyens" in mail.outbox[0].body


def test_it_is_given_to_another_then_taken_back(client, draft, officer, address):
    colleague = people.officer()
    assigning.assign(draft, MEANS, officer, officer)
    assigning.assign(draft, MEANS, colleague, officer)
    assigning.assign(draft, MEANS, colleague, officer)
    assert draft.assignments.get().person == colleague
    enter(client, officer).post(address, {"retirer": "moyens"})
    assert not draft.assignments.exists()
    assert letters.send("assignment", 0, colleague.pk) == 0
    assert colleague in draft.editors.all(), "she stays of the team"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"part": "moyens"}, "Choisissez une personne"),
        ({"part": "moyens", "email": "inconnue@y.example"}, "Choisissez une personne"),
        ({"part": "ailleurs", "email": "inconnue@y.example"}, "n’en fait pas partie"),
        ({"part": "moyens", "until": "2020-01-01"}, "Ce jour est passé"),
        ({"part": "moyens", "until": "demain"}, "date"),
    ],
)
def test_what_cannot_be_is_said_in_words(client, draft, officer, address, sent, words):
    if "until" in sent:
        sent = sent | {"person": officer.pk}
    answer = enter(client, officer).post(address, sent)
    assert answer.status_code in {409, 422}
    assert words in answer.text
    assert not draft.assignments.exists()


def test_nobody_unconfirmed_and_no_stranger(draft, officer, client, address):
    waiting = people.officer(confirmed=False)
    sent = {"part": "moyens", "email": waiting.email}
    assert enter(client, officer).post(address, sent).status_code == 422
    with pytest.raises(PermissionDenied):
        assigning.assign(draft, MEANS, officer, people.officer())
    with pytest.raises(PermissionDenied):
        assigning.take_back(draft, "moyens", people.officer())
    apply(draft, "abandon", officer)
    with pytest.raises(Refused, match="archivé"):
        assigning.assign(draft, MEANS, officer, officer)


def test_it_ends_with_publication(draft, officer):
    assigning.assign(draft, MEANS, officer, officer)
    apply(draft, "submit", officer)
    assert assigning.of_person(officer) == [], "nothing to write while it is read"
    apply(draft, "accept", people.coordinator())
    assert not draft.assignments.exists()


def test_who_leaves_hands_over_or_gives_back(draft, officer, client):
    colleague, heir = people.officer(), people.officer()
    assigning.assign(draft, MEANS, colleague, officer)
    erasure.erase(colleague, heir)
    assert draft.assignments.get().person == heir
    enter(client, heir).post(reverse("moderation:leave", args=[draft.token]))
    assert not draft.assignments.exists()
