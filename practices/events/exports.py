"""The agenda as a spreadsheet: one line per event, every filter of the page."""

from collections.abc import Iterator

from django.conf import settings
from django.http import QueryDict, StreamingHttpResponse

from aict.taxonomies.enums import Category
from aict.ui.transfer import csv_response
from practices.events.enums import Precision
from practices.events.filters import EventFilter
from practices.events.models import ALMOST, Event

HEADER = (
    *("titre", "adresse", "type", "tenue", "début", "fin", "précision", "fuseau horaire"),
    *("en une phrase", "pour qui", "lieu", "collectivité", "en ligne", "catégories", "thèmes"),
    *("places", "compte rendu", "replay", "exemple fictif"),
)


def csv(data: QueryDict) -> StreamingHttpResponse:
    """Everything that answers `data` (already checked). No link that only those registered know."""
    found = EventFilter(data, Event.objects.published()).qs
    found = found.select_related("contribution", "territory").prefetch_related("themes")
    rows = (line(event) for event in found.iterator(chunk_size=500))
    return csv_response("agenda.csv", HEADER, rows)


def line(event: Event) -> Iterator[object]:
    yield from (event.title, settings.SITE_URL + event.get_absolute_url())
    yield from (event.get_type_display(), event.get_state_display())
    yield from moments(event)
    yield from (event.get_precision_display(), event.zone, event.teaser, event.audience)
    yield from (event.place, event.territory.name if event.territory else "")
    yield yes(bool(event.link))
    yield ", ".join(str(Category(slug).label) for slug in event.categories)
    yield ", ".join(theme.label for theme in event.themes.all())
    yield from (event.capacity, yes(bool(event.minutes)), event.replay)
    yield yes(event.contribution.fictional)


def moments(event: Event) -> tuple[str, str]:
    """On the clocks of its zone, as precisely as known."""
    begins, ends = event.span
    if event.precision == Precision.YEAR:
        return f"{begins.year}", f"{begins.year}"
    if event.precision == Precision.DAY:
        return f"{begins:%Y-%m-%d}", f"{ends - ALMOST:%Y-%m-%d}"
    return f"{begins:%Y-%m-%d %H:%M}", f"{ends:%Y-%m-%d %H:%M}"


def yes(answer: bool) -> str:
    return "oui" if answer else "non"
