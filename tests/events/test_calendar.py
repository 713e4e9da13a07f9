"""Calendars and feeds, read by parsers that did not write them."""

import re
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import feedparser
import pytest
import vobject
from django.utils import timezone

from aict.moderation.gate import apply
from practices.events.models import Event
from tests.events import factories
from tests.events.factories import event, paris
from tests.people import factories as people

pytestmark = pytest.mark.django_db
ADDRESS = "/agenda/agenda.ics"
LINE = re.compile(r"(?:[A-Z][A-Z0-9-]*(?:;[A-Z-]+=(?:\"[^\"]*\"|[^;:\",]+))*:.*| .*)")


def read(client, address=ADDRESS) -> list:
    """The events of a calendar, once RFC 5545 is respected line by line and by `vobject`."""
    answer = client.get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    strict(answer.content)
    calendar = vobject.readOne(answer.content.decode())
    calendar.validate(raiseException=True)
    return list(getattr(calendar, "vevent_list", []))


def strict(content: bytes) -> None:
    """RFC 5545, section 3.1: CRLF, at most 75 bytes a line, no control character, pairs closed."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.decode().split("\r\n")[:-1]
    opened = []
    for line in lines:
        assert not {"\n", "\r"} & set(line)
        assert len(line.encode()) <= 75, line
        assert LINE.fullmatch(line), line
        assert not re.search(r"[\x00-\x08\x0b-\x1f]", line)
        if line.startswith("BEGIN:"):
            opened.append(line[6:])
        if line.startswith("END:"):
            assert opened.pop() == line[4:]
    assert not opened
    for name in ("VERSION:2.0", "PRODID:"):
        assert sum(line.startswith(name) for line in lines) == 1
    events = re.split(r"BEGIN:VEVENT\r\n", content.decode())[1:]
    for told in events:
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS"):
            assert len(re.findall(rf"^{name}[;:]", told, re.MULTILINE)) == 1, name


def test_odd_words_and_long_lines_go_through_unharmed(client):
    title = "Pont, port ; et « rives »\\ici : 漢字 😀 " + "é" * 120
    event(title=title, teaser="Une\nphrase", place="Salle, 2e étage ; fond")
    (found,) = read(client)
    assert found.summary.value == title.strip()
    assert found.location.value == "Salle, 2e étage ; fond"
    assert found.description.value.startswith("Une\nphrase\n")


@pytest.mark.parametrize(
    ("starts", "ends", "utc"),
    [
        (paris(2027, 3, 28, 1, 30), paris(2027, 3, 28, 3, 30), (0, 30, 1, 30)),
        (paris(2027, 10, 31, 1, 30), paris(2027, 10, 31, 3, 30), (23, 30, 2, 30)),
        (paris(2027, 7, 1, 9), paris(2027, 7, 1, 11), (7, 0, 9, 0)),
        (paris(2027, 12, 1, 9), paris(2027, 12, 1, 11), (8, 0, 10, 0)),
    ],
)
def test_moments_are_those_of_utc_when_clocks_change(client, starts, ends, utc):
    event(starts_at=starts, ends_at=ends)
    (found,) = read(client)
    begins, stops = found.dtstart.value, found.dtend.value
    assert (begins.utcoffset(), stops.utcoffset()) == (timedelta(0), timedelta(0))
    assert (begins.hour, begins.minute, stops.hour, stops.minute) == utc


def test_elsewhere_and_across_midnight(client):
    factories.published(
        day="2027-02-03", last_day="2027-02-04", begins="22:00", ends="01:00", zone="America/Bogota"
    )
    (found,) = read(client)
    assert found.dtstart.value == datetime(2027, 2, 4, 3, tzinfo=UTC)
    assert found.dtend.value == datetime(2027, 2, 4, 6, tzinfo=UTC)
    assert "heure de Bogota" in found.description.value


def test_a_day_alone_is_a_whole_day_and_a_year_alone_is_not_told(client):
    factories.published(day="2027-03-28", begins="", ends="")
    factories.published(day="2027-03-28", year_only="on")
    (found,) = read(client)
    assert (found.dtstart.value, found.dtend.value) == (date(2027, 3, 28), date(2027, 3, 29))


def test_the_same_name_and_a_later_telling_at_each_change(client):
    row = factories.published(day="2027-02-03")
    (before,) = read(client)
    assert (before.sequence.value, before.status.value) == ("0", "CONFIRMED")
    factories.changed(row, day="2027-02-10")
    (after,) = read(client, f"{row.get_absolute_url()}evenement.ics")
    assert after.uid.value == before.uid.value
    assert (after.sequence.value, after.dtstart.value.day) == ("1", 10)
    factories.changed(row, state="annule", state_note="Trop peu d’inscrits.")
    (gone,) = read(client)
    assert (gone.sequence.value, gone.status.value) == ("2", "CANCELLED")
    assert gone.summary.value.startswith("Annulé : ")
    assert "Trop peu d’inscrits." in gone.description.value


def test_withdrawn_it_is_cancelled_in_calendars_gone_from_feeds_then_back(client):
    by = people.coordinator()
    row = factories.published(by, day="2027-02-03", title="Le secret")
    contribution = row.contribution
    contribution.refresh_from_db()
    apply(contribution, "archive", by, comment="Doublon")
    (found,) = read(client)
    assert (found.status.value, found.sequence.value) == ("CANCELLED", "1")
    assert client.get(f"{row.get_absolute_url()}evenement.ics").status_code == 410
    assert atom(client).entries == []
    contribution.refresh_from_db()
    apply(contribution, "restore", people.coordinator())
    (back,) = read(client)
    assert (back.status.value, back.sequence.value) == ("CONFIRMED", "2")
    assert [entry.title for entry in atom(client).entries] == ["Le secret"]


def test_the_calendar_takes_the_filters_of_the_list(client):
    event(title="Visio", type="webinaire")
    event(title="Salle", fictional=True)
    event(title="Ancien", days=-500)
    assert len(read(client)) == 2
    (found,) = read(client, f"{ADDRESS}?type=webinaire")
    assert found.summary.value == "Visio"
    assert "(exemple fictif)" in str([e.summary.value for e in read(client)])
    assert client.get(f"{ADDRESS}?type=bal").status_code == 400


def test_an_empty_calendar_and_an_empty_feed_are_whole(client):
    assert client.get(ADDRESS).content.endswith(b"END:VCALENDAR\r\n")
    assert atom(client).entries == []


def test_an_unknown_event_has_no_calendar(client):
    assert client.get("/agenda/inconnu/evenement.ics").status_code == 404


def atom(client, query=""):
    """The feed as feedparser reads it, once RFC 4287's own demands are met."""
    content = client.get(f"/agenda/flux.atom{query}").content
    found = feedparser.parse(content)
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    space = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.fromstring(content)
    for node in (root, *root.iter(f"{space}entry")):
        for name in ("id", "title", "updated"):
            (told,) = node.findall(f"{space}{name}")
            assert told.text
    ids = [node.findtext(f"{space}id") for node in root.iter(f"{space}entry")]
    assert len(ids) == len(set(ids))
    return found


def test_the_feed_says_the_day_and_what_happens_to_it(client):
    event(title="Un & <deux>", starts_at=paris(2027, 3, 4, 14), categories=["promotion"])
    event(title="Perdu", state="annule", state_note="La salle est prise.")
    lost, kept = atom(client).entries
    assert kept.title == "Un & <deux>"
    assert kept.summary.startswith("Jeudi 4\u00a0mars 2027")
    assert {tag.term for tag in kept.tags} == {"Atelier", "Promotion du territoire"}
    assert lost.title == "Annulé : Perdu"
    assert "La salle est prise." in lost.summary
    assert len(atom(client, "?categorie=promotion").entries) == 1


def test_a_reader_of_the_feed_sees_the_change(client):
    row = factories.published(day="2027-02-03")
    (before,) = atom(client).entries
    Event.objects.filter(pk=row.pk).update(updated_at=timezone.now() - timedelta(days=1))
    factories.changed(row, title="Un autre titre")
    (after,) = atom(client).entries
    assert after.id == before.id
    assert after.title == "Un autre titre"
    assert after.updated_parsed >= before.updated_parsed
