"""A reminder the day before; a year after, numbers stay and people go."""

from datetime import timedelta

import pytest
from django.utils import timezone

from practices.events.enums import Seat
from practices.events.models import Event, Registration
from practices.events.registering import clocks, seats, tasks
from tests.events import factories
from tests.events.factories import paris
from tests.events.mailing import deliver

pytestmark = pytest.mark.django_db


def event(**fields) -> Event:
    told = {"registrable": True, "starts_at": paris(2027, 3, 28, 9), "link": "https://v.example/x"}
    row = factories.event(**told | fields)
    for name in "ab":
        given = {"name": name, "organisation": "Ville", "email": f"{name}@e.example"}
        Registration.objects.create(event=row, state=Seat.REGISTERED, **given)
    return row


def test_the_day_before_once_even_when_clocks_change_that_night():
    event()
    assert clocks.remind(paris(2027, 3, 26, 7)) == 0
    assert clocks.remind(paris(2027, 3, 27, 7)) == 2
    assert clocks.remind(paris(2027, 3, 27, 8)) == 0
    sent = deliver()
    assert len(sent) == 2
    assert "https://v.example/x" in sent[0].body
    assert "dimanche 28\u00a0mars 2027, de 9" in sent[0].body


def test_a_worker_that_slept_catches_up_until_it_begins():
    event()
    assert clocks.remind(paris(2027, 3, 28, 9, 1)) == 0
    assert clocks.remind(paris(2027, 3, 28, 8)) == 2


def test_a_day_that_moves_is_reminded_again():
    row = event()
    clocks.remind(paris(2027, 3, 27, 7))
    row.starts_at, row.ends_at = paris(2027, 4, 10, 9), paris(2027, 4, 10, 11)
    row.save()
    assert clocks.remind(paris(2027, 4, 9, 7)) == 2


@pytest.mark.parametrize(
    "fields",
    [{"state": "annule"}, {"state": "reporte"}, {"archived": True}, {"precision": "annee"}],
)
def test_nobody_is_reminded_of_what_will_not_be(fields):
    event(**fields)
    assert clocks.remind(paris(2027, 3, 27, 7)) == 0


def test_who_waits_or_left_is_not_reminded():
    event()
    Registration.objects.filter(name="a").update(state=Seat.WAITING)
    assert clocks.remind(paris(2027, 3, 27, 7)) == 1


def test_a_year_after_numbers_stay_and_people_go(client):
    row = event()
    Registration.objects.filter(name="a").update(came=True)
    ends = row.ends_at
    assert clocks.forget(ends + timedelta(days=365)) == 0
    assert clocks.forget(ends + timedelta(days=366)) == 2
    assert clocks.forget(ends + timedelta(days=367)) == 0
    row.refresh_from_db()
    assert (row.were_registered, row.came) == (2, 1)
    assert "1\u00a0personne<" in client.get(row.get_absolute_url()).text.replace("\u202f", "\u00a0")


def test_what_was_never_confirmed_goes_in_a_week():
    row = factories.event(registrable=True)
    given = {"name": "A", "organisation": "Ville", "email": "a@e.example"}
    seats.ask(row, given)
    now = timezone.now()
    assert clocks.forget(now + timedelta(days=6)) == 0
    assert clocks.forget(now + timedelta(days=8)) == 1


def test_the_jobs_run():
    assert tasks.remind() == 0
    assert tasks.forget() == 0
