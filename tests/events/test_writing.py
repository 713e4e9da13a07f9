"""From the form to the live row: days, hours, zones, and what the form refuses."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from aict.moderation.gate import apply
from aict.moderation.readiness import NotReady
from practices.events.enums import Precision
from practices.events.forms import EssentialsForm
from practices.events.models import Event
from practices.events.moments import in_paris, when
from tests.events import factories
from tests.people import factories as people
from tests.practices.factories import practice

pytestmark = pytest.mark.django_db


def form(**changes) -> EssentialsForm:
    return EssentialsForm(data=factories.answers(**changes))


def test_a_coordinator_publishes_at_once():
    event = factories.published()
    assert event.get_absolute_url() == "/agenda/atelier-des-deux-rives/"
    assert event.starts_at == datetime(2026, 12, 3, 8, 30, tzinfo=UTC)
    assert when(event) == "jeudi 3\u00a0décembre 2026, de 9\u00a0h\u00a030 à 12\u00a0h"
    assert event.contribution.journal.get().transition == "publish"


@pytest.mark.parametrize(
    ("day", "begins", "ends", "hours"),
    [
        ("2026-03-29", "01:30", "03:30", 1),  # clocks go forward at 2
        ("2026-10-25", "01:30", "03:30", 3),  # and back at 3
        ("2026-06-01", "01:30", "03:30", 2),
    ],
)
def test_hours_last_what_they_last_on_the_days_clocks_change(day, begins, ends, hours):
    found = form(day=day, begins=begins, ends=ends)
    assert found.is_valid(), found.errors
    lasted = found.cleaned_data["ends_at"] - found.cleaned_data["starts_at"]
    # Subtraction in one zone ignores the change: compare in UTC.
    starts, stops = (found.cleaned_data[n].astimezone(UTC) for n in ("starts_at", "ends_at"))
    assert (stops - starts).total_seconds() == hours * 3600, lasted


def test_an_hour_that_clocks_skip_is_refused_in_words():
    found = form(day="2026-03-29", begins="02:30", ends="04:00")
    assert "sautent cette heure" in found.errors["begins"][0]


def test_an_hour_that_comes_twice_is_the_first():
    found = form(day="2026-10-25", begins="02:30", ends="04:00")
    assert found.is_valid()
    assert found.cleaned_data["starts_at"].astimezone(UTC).hour == 0


def test_across_midnight_the_last_day_is_asked():
    found = form(begins="22:00", ends="01:00")
    assert "passé minuit" in found.errors["ends"][0]
    night = factories.published(begins="22:00", ends="01:00", last_day="2026-12-04")
    assert (night.ends_at - night.starts_at).total_seconds() == 3 * 3600
    assert "au vendredi 4\u00a0décembre 2026, 1\u00a0h" in when(night)


def test_elsewhere_on_its_own_clocks():
    event = factories.published(zone="Africa/Dakar", begins="15:00", ends="17:00")
    assert event.starts_at == datetime(2026, 12, 3, 15, tzinfo=UTC)
    assert when(event).endswith("(heure de Dakar)")
    assert in_paris(event) == "de 16\u00a0h à 18\u00a0h, heure de Paris"
    far = factories.published(zone="Pacific/Noumea", begins="08:00", ends="10:00")
    assert in_paris(far).startswith("de mercredi 2\u00a0décembre 2026, 22\u00a0h")


@pytest.mark.parametrize(
    ("changes", "precision", "words"),
    [
        ({"begins": "", "ends": ""}, Precision.DAY, "jeudi 3\u00a0décembre 2026"),
        ({"year_only": "on"}, Precision.YEAR, "En 2026 (jour à préciser)"),
    ],
)
def test_a_day_or_a_year_alone(changes, precision, words):
    event = factories.published(**changes)
    assert (event.precision, when(event)) == (precision, words)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"day": ""}, "day"),
        ({"day": "31/02/2026"}, "day"),
        ({"day": "0001-01-01"}, "day"),
        ({"day": "9999-12-31"}, "day"),
        ({"last_day": "9999-12-31"}, "last_day"),
        ({"begins": ""}, "begins"),
        ({"ends": "25:00"}, "ends"),
        ({"last_day": "2026-12-01"}, "last_day"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"type": "bal"}, "type"),
        ({"title": ""}, "title"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "nonsense"}, "link"),
        ({"categories": ["autre"]}, "categories"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(changes, field):
    assert field in form(**changes).errors


@pytest.mark.parametrize(
    "changes",
    [
        {"capacity": "0"},
        {"capacity": "10001"},
        {"replay": "nonsense"},
        {"practices": "/pratiques/inconnue/"},
        {"practices": "http://[::1"},
        {"practices": "http://exemple.example/"},
        {"practices": "\n".join(f"p{n}" for n in range(13))},
        {"state": "annule"},
        {"sessions": [{"hour": "26:00", "title": "Ouverture"}]},
        {"minutes": "x" * 20_001},
    ],
)
def test_what_does_not_fit_is_never_published(changes):
    by = people.coordinator()
    with pytest.raises(NotReady):
        apply(factories.draft(by, **changes), "publish", by)
    assert not Event.objects.exists()


def test_practices_are_named_by_their_addresses():
    one, two = practice(), practice()
    told = f"http://testserver{one.get_absolute_url()}\n\n{two.slug}\n{one.slug}"
    assert set(factories.published(practices=told).practices.all()) == {one, two}


def test_a_new_version_forgets_nothing_of_what_no_form_holds():
    event = factories.published(sessions=[{"hour": "09:30", "title": "Accueil"}])
    Event.objects.filter(pk=event.pk).update(were_registered=12, came=9)
    again = factories.changed(event, title="Autre titre")
    assert (again.pk, again.were_registered, again.came) == (event.pk, 12, 9)
    assert [session.title for session in again.sessions.all()] == ["Accueil"]


def test_officers_propose_and_coordinators_publish(client):
    officer = people.officer()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("events:propose")).status_code == 200
    contribution = factories.draft(officer)
    check = client.get(reverse("events:check", args=[contribution.token])).text
    assert "/publish/" not in check
    assert client.get(reverse("events:preview", args=[contribution.token])).status_code == 200
    for part in ("essentiel", "programme", "inscription", "suites", "annulation"):
        address = reverse("events:edit_part", args=[contribution.token, part])
        assert client.get(address).status_code == 200


def test_a_preview_of_almost_nothing(client):
    officer = people.officer()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    contribution = factories.draft(officer, day="", title="", practices="rien")
    assert client.get(reverse("events:preview", args=[contribution.token])).status_code == 200


def test_a_coordinator_writes_publishes_and_joins_the_minutes(client):
    """The whole way through the real pages, to the file that everybody downloads."""
    by = people.coordinator()
    client.force_login(by, "django.contrib.auth.backends.ModelBackend")
    token = str(uuid4())
    told = factories.answers(token=token, lock_no="0", action="continue")
    assert client.post(reverse("events:propose"), told).status_code == 302
    check = client.get(reverse("events:check", args=[token])).text
    assert "9\u202fh 30" in check
    assert reverse("moderation:change", args=[token, "publish"]) in check
    pdf = SimpleUploadedFile("compte-rendu.pdf", b"%PDF-1.7\n%%EOF\n", "application/pdf")
    files = {"kind": "document", "document-file": pdf, "document-name": "Compte rendu"}
    assert client.post(reverse("moderation:files", args=[token]), files).status_code == 302
    assert client.post(reverse("moderation:change", args=[token, "publish"])).status_code == 302
    event = Event.objects.get()
    assert client.get(reverse("moderation:contribution", args=[token])).status_code == 200
    client.logout()
    page = client.get(event.get_absolute_url()).text
    assert "Compte rendu" in page
    assert "Ce qui s’est dit" not in page  # not before it took place
    joined = event.contribution.attachments.get()
    assert client.get(joined.get_absolute_url()).getvalue().startswith(b"%PDF")
    assert client.get(f"{event.get_absolute_url()}versions/").status_code == 200
