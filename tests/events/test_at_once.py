"""The last place, asked for by several people at the same second: one has it, the others wait."""

import pytest
from django.test import Client

from aict.moderation.readiness import Refused
from practices.events.enums import Seat
from practices.events.models import Event, Registration
from practices.events.registering import seats
from tests.events import factories
from tests.people import factories as people
from tests.together import meet_before, together

pytestmark = pytest.mark.django_db(transaction=True)


def pending(event: Event, number: int) -> Registration:
    given = {"name": f"P{number}", "organisation": "Ville", "email": f"{number}@exemple.example"}
    return seats.ask(event, given)


def states() -> list[str]:
    return sorted(Registration.objects.values_list("state", flat=True))


def test_the_last_place_goes_to_one_and_the_others_wait(monkeypatch):
    event = factories.event(registrable=True, capacity=1)
    rows = [pending(event, number) for number in range(4)]
    meet_before(monkeypatch, seats, "free", people=4)  # all of them past every check but the lock
    done = together(*(lambda row=row: seats.confirm(row) for row in rows))
    assert not [found for found in done if isinstance(found, Exception)]
    assert states() == ["attente"] * 3 + ["inscrit"]


def test_the_same_address_twice_at_once_is_one_registration():
    event, officer = factories.event(registrable=True), people.officer()
    address = f"{event.get_absolute_url()}inscription/"

    def post():
        client = Client()
        client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
        return client.post(address, {"name": "Moi", "organisation": "Ici"})

    assert [answer.status_code for answer in together(post, post)] == [302, 302]
    assert states() == ["inscrit"]


def test_a_place_given_back_while_another_is_asked_is_never_lost_nor_given_twice():
    event = factories.event(registrable=True, capacity=1)
    first, second, third = (pending(event, number) for number in range(3))
    seats.confirm(first)
    seats.confirm(second)
    together(lambda: seats.leave(first), lambda: seats.confirm(third))
    second.refresh_from_db()
    assert second.state == Seat.REGISTERED  # she waited first
    assert states() == ["attente", "desinscrit", "inscrit"]


def test_a_new_version_and_a_registration_at_once():
    """The publication holds the list's clock, then the event; the registration the event alone."""
    event = factories.published(registrable="on", capacity="1", day="2027-05-03")
    rows = [pending(event, number) for number in range(2)]
    done = together(
        lambda: factories.changed(event, capacity="2"),
        *(lambda row=row: seats.confirm(row) for row in rows),
    )
    assert not [found for found in done if isinstance(found, Exception)]
    assert states() == ["inscrit", "inscrit"]


def test_cancelled_while_somebody_confirms():
    event = factories.published(registrable="on", day="2027-05-03")
    row = pending(event, 1)
    done = together(
        lambda: factories.changed(event, state="annule", state_note="Non."),
        lambda: seats.confirm(row),
    )
    assert all(isinstance(found, Event | Registration | Refused) for found in done)
    assert states() in (["a-confirmer"], ["inscrit"])
