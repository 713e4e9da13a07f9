"""Two people at the same moment: one wins, the other is told, nothing happens twice."""

import pytest
from django.test import Client

from aict.moderation.readiness import Refused
from partnerships.introductions import gate, signed
from partnerships.introductions.permissions import Who
from partnerships.models import Introduction, IntroductionEntry
from tests.partnerships import actors, introductions
from tests.people import factories as people
from tests.together import meet_before, together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _reads_again(settings):
    settings.ZEAL_ALLOWLIST = [
        *settings.ZEAL_ALLOWLIST,
        {"model": "partnerships.Introduction"},
        {"model": "territories.Country"},
    ]


def test_two_coordinators_reassign(monkeypatch):
    made = introductions.at("escalated")
    choices = [(people.coordinator(), actors.actor()) for _n in range(2)]
    meet_before(monkeypatch, gate, "update")
    done = together(
        *(
            lambda who=who, actor=actor: gate.apply(
                made, "reassign", Who(user=who), gate.Said(actor=actor), expected=1
            )
            for who, actor in choices
        )
    )
    made = Introduction.objects.get()
    entries = IntroductionEntry.objects.filter(transition="reassign")
    won = [found for found in done if isinstance(found, IntroductionEntry)]
    assert (len(won), entries.count(), made.round) == (1, 1, 2)
    assert [type(found) for found in done if found not in won] == [Refused]


def test_accepted_and_withdrawn_at_once(monkeypatch):
    made = introductions.at("sent")
    meet_before(monkeypatch, gate, "update")
    done = together(
        lambda: gate.apply(made, "accept", Who(link=1), gate.Said(contact="Au standard")),
        lambda: gate.apply(
            Introduction.objects.get(), "withdraw", Who(user=made.requester), gate.Said()
        ),
    )
    made = Introduction.objects.get()
    # Accepted, then withdrawn, is possible; withdrawn then accepted is not.
    assert made.state in {"accepted", "withdrawn"}
    steps = [e.transition for e in made.journal.order_by("pk")][1:]
    assert steps in (["withdraw"], ["accept", "withdraw"])
    assert not [found for found in done if not isinstance(found, IntroductionEntry | Refused)]


def test_a_double_click_on_the_signed_page():
    made = introductions.at("sent")
    address = f"/mises-en-relation/reponse/{signed.key_of(made)}/"
    post = {"answer": "accept", "oui-contact": "Au standard"}
    done = together(*(lambda: Client().post(address, post) for _n in range(2)))
    assert sorted(answer.status_code for answer in done) == [302, 409]
    assert IntroductionEntry.objects.filter(transition="accept").count() == 1
