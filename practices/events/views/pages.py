"""What everybody reads: the agenda, the page of an event, calendars."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aict.links.models import broken_among
from aict.listing import selection
from aict.listing.foot import Foot, foot_of
from aict.listing.views import gone, list_page
from practices.events.calendar import calendar_of, written
from practices.events.cards import CARDS
from practices.events.enums import Precision
from practices.events.exports import csv
from practices.events.listing import EVENTS
from practices.events.models import Event
from practices.events.reading import of_live
from practices.events.registering.reading import standing

LICENCE = "Licence Ouverte 2.0"


@login_not_required
@require_safe
def event_list(request: HttpRequest) -> HttpResponseBase:
    return list_page(request, EVENTS, CARDS, "événement", "events/list.html", csv)


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The page; a former address leads to the new one, a withdrawn event says so."""
    found = Event.objects.published().select_related(
        *("contribution", "territory__region", "territory__departement", "territory__country")
    )
    event = found.filter(slug=slug).first()
    if event is None:
        return gone(request, Event, slug)
    coordinates = request.user.is_authenticated and request.user.is_coordinator
    context = {
        "page": of_live(event),
        "fictional": event.contribution.fictional,
        "foot": foot(event),
        "broken": broken_among([event.replay]),
        "seats": standing(event, request.user, timezone.now()),
        "tools": event.contribution.token if coordinates else "",
    }
    return render(request, "events/detail.html", context)


def foot(event: Event) -> Foot:
    owner = "La coordination de la dynamique thématique"
    return foot_of(event, "AICT éco", owner, LICENCE, "Par la coordination")


@login_not_required
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The events that answer the querystring, for a calendar that reads it again each day."""
    try:
        selection.read(EVENTS, request.GET)
    except selection.BadParameterError as error:
        raise BadRequest(str(error)) from error
    return as_calendar(calendar_of(request.GET, timezone.localdate()), "agenda")


@login_not_required
@require_safe
def one_calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One event. What is known by its year alone has no place in a calendar."""
    found = Event.objects.told()
    dated = found.published().exclude(precision=Precision.YEAR).filter(slug=slug).first()
    if dated is None:
        get_object_or_404(found.withdrawn(), slug=slug)
        return gone(request, Event, slug)
    return as_calendar(written([dated]), dated.slug)


def as_calendar(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
