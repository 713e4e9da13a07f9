"""Events for calendar programs. Moments are in UTC, which no change of clocks moves; what is known by
its day is a whole day. An event keeps its identifier, and says by its sequence which telling is the last."""

from collections.abc import Iterable
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.http import QueryDict

from practices.events.enums import EventState, Precision
from practices.events.filters import EventFilter
from practices.events.models import ALMOST, Event
from practices.events.moments import when

if TYPE_CHECKING:
    from icalendar import Event as Entry
    from icalendar import vCalAddress

PAST, MOST = timedelta(days=365), 500
PREFIX = {EventState.CANCELLED: "Annulé : ", EventState.POSTPONED: "Reporté : "}


def calendar_of(data: QueryDict, today: date) -> bytes:
    """The events that answer `data` (already checked), from a year ago on; those withdrawn from the
    site less than a year ago are said to be cancelled, when nothing narrows the list."""
    recent = Event.objects.filter(last_day__gte=today - PAST).exclude(precision=Precision.YEAR)
    found = EventFilter(data, recent.published()).qs
    rows = list(found.told()[:MOST])
    if not any(data.values()):
        gone = recent.withdrawn().filter(last_day__gte=today)
        rows += gone.told()[:MOST]
    return written(rows)


def written(events: Iterable[Event], method: str = "PUBLISH", private: bool = False) -> bytes:
    """A calendar of `events`, read with `told()`; `private` shows the link that only those registered know."""
    from icalendar import Calendar  # 2 MB that pages never need

    calendar = Calendar()
    calendar.add("prodid", "-//AICT éco//Agenda//FR")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add("x-wr-calname", "AICT éco : agenda")
    for event in events:
        calendar.add_component(entry(event, method, private))
    return calendar.to_ical()


def entry(event: Event, method: str, private: bool) -> "Entry":
    from icalendar import Event as Entry

    made = Entry()
    made.add("uid", uid(event))
    made.add("sequence", max((event.tellings or 0) - 1, 0))
    made.add("dtstamp", event.told_at or event.updated_at)
    made.add("last-modified", event.told_at or event.updated_at)
    made.add("created", event.contribution.created_at)
    for name, moment in moments(event):
        made.add(name, moment)
    off = cancelled(event) or method == "CANCEL"
    made.add("status", "CANCELLED" if off else "CONFIRMED")
    made.add("transp", "TRANSPARENT" if off else "OPAQUE")
    made.add("organizer", organizer())
    made.add("summary", summary(event))
    made.add("url", settings.SITE_URL + event.get_absolute_url())
    made.add("description", description(event, private))
    if place := where(event, private):
        made.add("location", place)
    return made


def uid(event: Event) -> str:
    return f"{event.contribution.token}@{urlsplit(settings.SITE_URL).hostname}"


def organizer() -> "vCalAddress":
    from icalendar import vCalAddress, vText

    found = vCalAddress(f"mailto:{address_of(settings.DEFAULT_FROM_EMAIL)}")
    found.params["cn"] = vText(settings.SITE_NAME)
    return found


def address_of(sender: str) -> str:
    return sender.rpartition("<")[2].rstrip(">").strip()


def moments(event: Event) -> list[tuple[str, object]]:
    if event.precision == Precision.HOUR:
        moments = (event.starts_at, event.ends_at)
        begins, ends = (moment.astimezone(UTC) for moment in moments)
        return [("dtstart", begins), ("dtend", ends)]
    first, end = event.span
    return [("dtstart", first.date()), ("dtend", (end - ALMOST).date() + timedelta(days=1))]


def cancelled(event: Event) -> bool:
    """A postponed event no longer stands on its former day."""
    return bool(event.archived_at) or event.state != EventState.PLANNED


def summary(event: Event) -> str:
    before = "Annulé : " if event.archived_at else PREFIX.get(EventState(event.state), "")
    invented = " (exemple fictif)" if event.contribution.fictional else ""
    return f"{before}{event.title}{invented}"


def where(event: Event, private: bool) -> str:
    shown = event.link if private or event.link_public else ""
    place = ", ".join(filter(None, [event.place, event.territory.name if event.territory else ""]))
    return place or shown or ("En ligne" if event.link else "")


def description(event: Event, private: bool) -> str:
    link = event.link if private or event.link_public else ""
    told = [
        event.teaser,
        when(event),
        event.state_note,
        f"Se connecter : {link}" if link else "",
        f"Compte rendu : {settings.SITE_URL}{event.get_absolute_url()}" if event.minutes else "",
        f"Enregistrement : {event.replay}" if event.replay else "",
    ]
    return "\n".join(words for words in told if words)
