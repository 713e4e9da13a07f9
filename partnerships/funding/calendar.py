"""Opening and closing days for calendar programs. Whole days: no time zone, no daylight saving.

An event keeps its identifier when its day moves, so that calendars move it too."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.http import QueryDict

from partnerships.funding.filters import FundingFilter
from partnerships.models import Funding

if TYPE_CHECKING:
    from icalendar import Event

PAST = timedelta(days=60)
MOST = 500
MOMENTS = (
    ("date_open", "ouverture", "Ouverture"),
    ("date_predeposit", "predepot", "Prédépôt"),
    ("date_close", "cloture", "Clôture"),
)


def calendar_of(data: QueryDict, today: date) -> bytes:
    """Every dated moment of the lines that answer `data` (already checked), from two months ago on."""
    found = FundingFilter(data, Funding.objects.published()).qs.select_related("contribution")
    return written(found[:MOST], today)


def written(fundings: Iterable[Funding], today: date) -> bytes:
    from icalendar import Calendar  # 2 MB that pages never need

    calendar = Calendar()
    calendar.add("prodid", "-//AICT éco//Financements//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "AICT éco : échéances des financements")
    for funding in fundings:
        for event in events(funding, today):
            calendar.add_component(event)
    return calendar.to_ical()


def events(funding: Funding, today: date) -> "Iterator[Event]":
    from icalendar import Event

    host = urlsplit(settings.SITE_URL).hostname
    for field, name, words in MOMENTS:
        day = getattr(funding, field)
        if not day or day < today - PAST:
            continue
        event = Event()
        event.add("uid", f"{funding.contribution.token}-{name}@{host}")
        event.add("dtstamp", funding.updated_at)
        event.add("last-modified", funding.updated_at)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        invented = " (exemple fictif)" if funding.contribution.fictional else ""
        event.add("summary", f"{words} : {funding.title}{invented}")
        event.add("description", description(funding))
        event.add("url", settings.SITE_URL + funding.get_absolute_url())
        event.add("transp", "TRANSPARENT")
        yield event


def description(funding: Funding) -> str:
    verified = funding.contribution.verified_on
    doubt = "" if verified else "Dates à vérifier auprès du financeur."
    told = [funding.teaser, f"Financeur : {funding.funder}" if funding.funder else "", doubt]
    return "\n".join(words for words in told if words)
