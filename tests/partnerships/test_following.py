"""Told 30 and 7 days before closing, once each; deadlines in a calendar."""

from datetime import date, timedelta

import pytest
from django.core import mail
from icalendar import Calendar

from aict.people.export import export
from partnerships import tasks
from partnerships.funding import following
from partnerships.models import Following, Reminder
from tests.partnerships.factories import funding
from tests.partnerships.funding import followed
from tests.people import factories as people

pytestmark = pytest.mark.django_db
CLOSES = date(2026, 12, 31)


@pytest.fixture
def on(monkeypatch):
    def move(day: date):
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: day)

    return move


def told(day: date) -> list[int]:
    """The days announced by the reminders written on `day`."""
    found = list(following.due(day))
    return [days for row, days in found if following.claim(row, days)]


def test_thirty_days_and_seven_days_before_once_each():
    followed(date_close=CLOSES)
    days = [CLOSES - timedelta(days=left) for left in range(40, -3, -1)]
    announced = {(CLOSES - day).days: found for day in days if (found := told(day))}
    assert announced == {30: [30], 7: [7]}


def test_a_worker_that_slept_tells_the_nearest_only():
    followed(date_close=CLOSES)
    assert told(CLOSES - timedelta(days=3)) == [7]
    assert told(CLOSES - timedelta(days=2)) == []
    assert told(CLOSES + timedelta(days=1)) == []


def test_who_follows_late_is_not_told_what_they_just_read():
    followed(date_close=CLOSES, since=CLOSES - timedelta(days=20))
    assert told(CLOSES - timedelta(days=19)) == []
    assert told(CLOSES - timedelta(days=7)) == [7]


def test_a_closing_that_moves_is_told_again():
    row = followed(date_close=CLOSES)
    told(CLOSES - timedelta(days=30))
    row.funding.date_close = CLOSES + timedelta(days=60)
    row.funding.save()
    assert told(CLOSES + timedelta(days=30)) == [30]


def test_nothing_is_told_of_a_withdrawn_line_or_to_a_closed_account():
    followed(date_close=CLOSES, archived=True)
    followed(people.officer(is_active=False), date_close=CLOSES)
    assert told(CLOSES - timedelta(days=7)) == []


def test_the_mail_and_its_way_out(on, client):
    on(CLOSES - timedelta(days=7))
    row = followed(date_close=CLOSES, title="Fonds des rives")
    assert tasks.remind_closings() == 1
    assert tasks.remind_closings() == 0
    tasks.tell_closing(row.pk)
    (sent,) = mail.outbox
    assert "ferme dans 7 jours, le 31\u00a0décembre 2026 inclus" in sent.body
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = "/financements/" + sent.extra_headers["List-Unsubscribe"].split("/financements/")[1]
    assert "Fonds des rives" in client.get(address[:-1]).text
    assert Following.objects.exists()
    assert client.post(address[:-1]).status_code == 200
    assert not Following.objects.exists()
    assert client.get(address[:-1]).status_code == 200
    assert Reminder.objects.count() == 0


def test_a_link_of_somebody_else_is_unknown(client):
    assert client.get("/financements/suivi/forge/").status_code == 404


def test_one_button_to_follow_and_to_stop(client):
    row, officer = funding(date_close=CLOSES), people.officer()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    address = f"{row.get_absolute_url()}suivre/"
    for _twice in range(2):
        client.post(address)
    assert Following.objects.get().user == officer
    assert "Ne plus suivre" in client.get(row.get_absolute_url()).text
    client.post(address, {"arreter": "1"})
    assert not Following.objects.exists()


def events(client, query="") -> list:
    answer = client.get(f"/financements/echeances.ics{query}")
    assert answer["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_the_calendar_holds_whole_days_under_stable_names(client, on):
    """A day on which clocks change is one day all the same."""
    on(date(2026, 3, 1))
    change = date(2026, 3, 29)
    row = funding(
        title="Pont, port ; et « rives »\\ici", date_close=change, date_open=date(2026, 3, 2)
    )
    opening, closing = events(client)
    assert (closing.decoded("dtstart"), closing.decoded("dtend")) == (change, date(2026, 3, 30))
    assert str(closing["summary"]) == "Clôture : Pont, port ; et « rives »\\ici"
    assert str(opening["summary"]).startswith("Ouverture")
    before = str(closing["uid"])
    row.date_close = date(2026, 4, 2)
    row.save()
    after = events(client)[1]
    assert str(after["uid"]) == before
    assert after.decoded("dtstart") == date(2026, 4, 2)


def test_the_calendar_takes_the_filters_of_the_list(client, on):
    on(date(2026, 11, 1))
    funding(title="Ouvert", date_close=CLOSES, categories=["promotion"])
    funding(title="Autre", date_close=CLOSES, fictional=True)
    assert len(events(client)) == 2
    assert len(events(client, "?categorie=promotion")) == 1
    assert "(exemple fictif)" in str([e["summary"] for e in events(client)])
    assert client.get("/financements/echeances.ics?statut=jamais").status_code == 400


def test_what_closed_long_ago_leaves_the_calendar(client, on):
    on(date(2026, 11, 1))
    funding(date_close=date(2025, 1, 1))
    assert events(client) == []


def test_what_one_follows_is_in_one_s_data():
    row = followed(title="Fonds des rives")
    (told,) = export(row.user)["financements suivis"]
    assert told["financement"] == "Fonds des rives"


def test_the_lines_one_follows_nearest_closing_first(client, on):
    on(date(2026, 12, 1))
    officer = people.officer()
    followed(officer, title="Plus tard", date_close=CLOSES + timedelta(days=90))
    followed(officer, title="Bientôt", date_close=CLOSES)
    followed(title="D’une autre", date_close=CLOSES)
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    text = client.get("/financements/suivis/").text
    assert text.index("Bientôt") < text.index("Plus tard")
    assert "D’une autre" not in text


def test_one_line_in_one_s_calendar(client, on):
    on(date(2026, 12, 1))
    row = funding(date_close=CLOSES)
    funding(date_close=CLOSES)
    (event,) = Calendar.from_ical(client.get(f"{row.get_absolute_url()}echeance.ics").content).walk(
        "VEVENT"
    )
    assert event.decoded("dtstart") == CLOSES
