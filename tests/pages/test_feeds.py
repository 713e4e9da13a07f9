"""Every feed and calendar of the site, read by other parsers than those that wrote them."""

from datetime import timedelta

import feedparser
import pytest
import vobject
from django.utils import timezone

from aict.listing import registry
from aict.listing.publication import withdraw
from tests.events.factories import event
from tests.lessons.making import lesson
from tests.partnerships import factories as partnerships
from tests.practices.factories import practice
from tests.publications.factories import publication
from tests.sheets import workflow as sheets

pytestmark = pytest.mark.django_db
ODD = "Vin & <terroir> : l’« été » d’Œuf"
MAKERS = {
    "pratiques": practice,
    "partenariats": partnerships.partnership,
    "acteurs": partnerships.actor,
    "financements": partnerships.funding,
    "fiches-reperes": sheets.published,
    "publications": publication,
    "agenda": event,
    "retours-d-experience": lesson,
}


@pytest.fixture(autouse=True)
def _nothing_remembered():
    for section in registry.sections():
        section.listing.forget()
        section.cards.kept.clear()


def read(client, slug):
    answer = client.get(f"/{slug}/flux.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    return feedparser.parse(
        answer.content, response_headers={"content-type": answer["Content-Type"]}
    )


def test_every_list_has_a_feed():
    assert set(MAKERS) == set(registry.SECTIONS)


@pytest.mark.parametrize("slug", MAKERS)
def test_a_feed_is_well_formed_and_forgets_what_is_withdrawn(client, slug):
    first, second = MAKERS[slug](title=ODD), MAKERS[slug](title="Autre chose")
    feed = read(client, slug)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert all((feed.feed.id, feed.feed.updated, feed.feed.title))
    assert sorted("terroir" in entry.title for entry in feed.entries) == [False, True]
    assert len({entry.id for entry in feed.entries}) == 2
    for entry in feed.entries:
        assert entry.updated_parsed
        assert entry.link.startswith("http")
        assert client.get("/" + entry.link.split("/", 3)[3]).status_code == 200
    withdraw(second)
    left = read(client, slug)
    assert not left.bozo
    assert len(left.entries) == 1
    assert first.get_absolute_url() in left.entries[0].link


@pytest.mark.parametrize("slug", MAKERS)
def test_an_empty_feed_is_still_a_feed(client, slug):
    feed = read(client, slug)
    assert not feed.bozo
    assert feed.entries == []


def test_calendars_are_read_elsewhere(client):
    closes = timezone.localdate() + timedelta(days=20)
    partnerships.funding(title=ODD, date_close=closes, is_call=True)
    event(title=ODD)
    for address in ("/agenda/agenda.ics", "/financements/echeances.ics"):
        content = client.get(address).content.decode()
        assert "\n" not in content.replace("\r\n", "")
        assert max(len(line.encode()) for line in content.split("\r\n")) <= 75
        calendar = vobject.readOne(content)
        (told,) = calendar.vevent_list
        assert ODD in told.summary.value.replace("\u202f", " ").replace("\xa0", " ")
        assert all((told.uid.value, told.dtstamp.value))
