"""What the coordination does around an event: who comes, who came, what is written to them."""

from collections.abc import Iterator
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.ui.numbers import count
from aict.ui.transfer import csv_response
from practices.events import moments
from practices.events.enums import Seat
from practices.events.models import Event, Registration
from practices.events.registering import messages as letters
from practices.events.registering.forms import MessageForm

HEADER = ("nom", "fonction", "organisme", "adresse", "état", "depuis le", "présence")
ORDER = (Seat.REGISTERED, Seat.WAITING, Seat.PENDING)


def found(request: HttpRequest, slug: str) -> Event:
    """Raises PermissionDenied for anybody but a coordinator."""
    if not request.user.is_coordinator:
        raise PermissionDenied("Cette page est réservée à la coordination.")
    return get_object_or_404(Event.objects.select_related("contribution"), slug=slug)


@never_cache
@require_safe
def registered(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Everyone, in the order in which they are called at the door; `format=csv` as a spreadsheet."""
    event = found(request, slug)
    rows = event.registrations.exclude(state=Seat.LEFT).order_by("name", "pk")
    if request.GET.get("format") == "csv":
        return csv_response(f"inscriptions-{event.slug}.csv", HEADER, map(line, rows))
    groups = [(state, [row for row in rows if row.state == state]) for state in ORDER]
    groups[1][1].sort(key=lambda row: (row.since, row.pk))
    context = {
        "event": event,
        "when": moments.when(event),
        "groups": [(str(state.label), state.value, rows) for state, rows in groups if rows],
        "counts": {state.value: len(rows) for state, rows in groups},
        "came": sum(row.came for row in groups[0][1]),
        "sent": event.messages.select_related("by")[:10],
    }
    return render(request, "events/registered.html", context)


def line(row: Registration) -> Iterator[object]:
    yield from (row.name, row.function, row.organisation, row.email, row.get_state_display())
    yield f"{timezone.localtime(row.since):%Y-%m-%d %H:%M}"
    yield "oui" if row.came else ""


@require_POST
def attendance(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One person came, or did not: the value is sent, so that two coordinators never undo each other."""
    event = found(request, slug)
    row = get_object_or_404(event.registrations.registered(), pk=pk)
    row.came = request.POST.get("present") == "1"
    row.save(update_fields=["came"])
    return redirect(f"{event.get_absolute_url()}inscriptions/#personne-{row.pk}")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """A message to everyone registered. A double click sends it once."""
    event = found(request, slug)
    form = MessageForm(
        request.POST if request.method == "POST" else None, initial={"token": uuid4()}
    )
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        sent = letters.send(event, told.pop("token"), told, request.user)
        messages.success(request, f"Message envoyé à {count(sent.told, 'personne')}.")
        return redirect("events:registered", slug=event.slug)
    counts = event.registrations.all().counts()
    context = {
        "event": event,
        "form": form,
        "registered": counts.get(Seat.REGISTERED.value, 0),
        "waiting": counts.get(Seat.WAITING.value, 0),
    }
    return render(request, "events/write.html", context, status=422 if form.is_bound else 200)
