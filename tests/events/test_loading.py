"""What the agenda holds from the start: few facts, none invented; fictional events that stay to come."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from aict.taxonomies.loader import load as load_terms
from practices.events import loading
from practices.events.enums import Precision
from practices.events.models import Event, Registration
from tests.events import factories
from tests.people import factories as people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _terms():
    load_terms()
    people.territory()


def test_the_past_is_told_as_it_is_known_and_no_further():
    assert loading.load_reference() == 2
    assert loading.load_reference() == 0
    by_year, launch = Event.objects.order_by("-starts_at")
    assert (launch.precision, launch.last_day) == (Precision.DAY, date(2023, 9, 19))
    assert (by_year.precision, by_year.span[0].year) == (Precision.YEAR, 2024)
    for event in (launch, by_year):
        assert not event.contribution.fictional
        assert not event.place
        assert not event.minutes


def test_fictional_events_are_marked_and_dated_from_today():
    today = timezone.localdate()
    made = list(loading.load(today=today))
    fictional = Event.objects.filter(contribution__fictional=True)
    assert fictional.count() == len(made) == 7
    assert fictional.filter(last_day__gte=today).count() == 5
    assert list(loading.load(today=today + timedelta(days=30))) == []
    assert fictional.filter(last_day__gte=today + timedelta(days=30)).count() == 5
    addresses = set(Registration.objects.values_list("email", flat=True))
    assert all(address.endswith("@exemple.aict-eco.example") for address in addresses)
    assert mail.outbox == []


def test_what_somebody_changed_is_left_as_it_is():
    today = timezone.localdate()
    list(loading.load(today=today))
    row = Event.objects.get(title="Rencontre annuelle de la dynamique thématique")
    factories.changed(row, title="Notre rencontre")
    list(loading.load(today=today + timedelta(days=30)))
    row.refresh_from_db()
    assert row.title == "Notre rencontre"
