"""What the coordination does around an event: who comes, who came, what is written to them."""

import csv
import io
from uuid import uuid4

import pytest

from practices.events.models import EventMessage, Registration
from practices.events.registering import seats
from tests.events import factories
from tests.events.mailing import deliver
from tests.people import factories as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    """Two places, three people."""
    row = factories.event(registrable=True, capacity=2, title="Atelier des rives")
    for name in ("Zoé", "Ana", "=Bob"):
        given = {"name": name, "organisation": "Ville", "email": f"{name[-2:].lower()}@e.example"}
        seats.confirm(seats.ask(row, given))
    deliver()
    return row


@pytest.fixture
def coordinator(client):
    found = people.coordinator()
    client.force_login(found, "django.contrib.auth.backends.ModelBackend")
    return found


def test_who_comes_by_name_and_who_waits_apart(client, event, coordinator):
    page = client.get(f"{event.get_absolute_url()}inscriptions/").text
    assert page.index("Ana") < page.index("Zoé") < page.index("=Bob")
    assert "Sur liste d’attente" in page


def test_the_spreadsheet_runs_nothing_and_says_the_state(client, event, coordinator):
    sent = client.get(f"{event.get_absolute_url()}inscriptions/?format=csv").getvalue().decode()
    rows = {row[0]: row for row in csv.reader(io.StringIO(sent), delimiter=";")}
    assert rows["'=Bob"][4] == "Sur liste d’attente"
    assert rows["Ana"][3] == "na@e.example"


def test_presence_is_ticked_and_taken_back_whoever_does_it(client, event, coordinator):
    row = event.registrations.get(name="Ana")
    address = f"{event.get_absolute_url()}inscriptions/{row.pk}/presence/"
    for value, came in (("1", True), ("1", True), ("0", False), ("1", True)):
        client.post(address, {"present": value})
        row.refresh_from_db()
        assert row.came is came
    page = client.get(f"{event.get_absolute_url()}inscriptions/").text
    assert 'aria-pressed="true"' in page
    waiting = event.registrations.get(name="=Bob")
    answer = client.post(f"{event.get_absolute_url()}inscriptions/{waiting.pk}/presence/")
    assert answer.status_code == 404


def test_one_message_to_each_once(client, event, coordinator):
    told = {"subject": "Salle", "body": "Rendez-vous au « 2e » : porte B.", "token": str(uuid4())}
    for _twice in range(2):
        assert client.post(f"{event.get_absolute_url()}message/", told).status_code == 302
    sent = deliver()
    assert {letter.to[0] for letter in sent} == {"oé@e.example", "na@e.example"}
    assert all(len(letter.to) == 1 and "porte B." in letter.body for letter in sent)
    assert EventMessage.objects.get().told == 2
    client.post(
        f"{event.get_absolute_url()}message/", told | {"token": str(uuid4()), "waiting_too": "on"}
    )
    assert len(deliver()) == 3


@pytest.mark.parametrize(
    "changes",
    [{"subject": ""}, {"body": ""}, {"subject": "x" * 121}, {"token": "rien"}, {"body": "\x00"}],
)
def test_a_message_that_lacks_something_is_asked_again(client, event, coordinator, changes):
    told = {"subject": "Salle", "body": "Porte B.", "token": str(uuid4())} | changes
    answer = client.post(f"{event.get_absolute_url()}message/", told)
    assert answer.status_code == 422
    assert not EventMessage.objects.exists()


def test_a_subject_holds_one_line(client, event, coordinator):
    told = {"subject": "Salle\r\nBcc: x@e.example", "body": "Porte B.", "token": str(uuid4())}
    client.post(f"{event.get_absolute_url()}message/", told)
    assert all("\n" not in letter.subject for letter in deliver())


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_people(client, coordinator, number, django_assert_num_queries):
    row = factories.event(registrable=True)
    for n in range(number):
        given = {"name": f"P{n}", "organisation": "Ville", "email": f"{n}@e.example"}
        seats.confirm(seats.ask(row, given))
    address = f"{row.get_absolute_url()}inscriptions/"
    client.get(address)
    with django_assert_num_queries(5):
        client.get(address)


def test_nobody_else_reads_who_comes(client, event):
    address = f"{event.get_absolute_url()}inscriptions/"
    assert client.get(address).status_code == 302
    client.force_login(people.officer(), "django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code == 403
    assert Registration.objects.count() == 3
