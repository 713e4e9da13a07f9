"""Registering, with or without account; one's own registration, by a signed link."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aict.listing.page_views import published_or_404
from aict.moderation.readiness import Refused
from aict.people.limits import limited
from practices.events import about, moments
from practices.events.enums import Seat
from practices.events.models import Event, Registration
from practices.events.reading import where
from practices.events.registering import seats, signed
from practices.events.registering.forms import RegistrationForm
from practices.events.registering.reading import held_by, standing

ASKED = "Un message vient de partir à cette adresse : ouvrez-le et confirmez votre inscription."
HELD = {
    Seat.REGISTERED.value: "Votre inscription est confirmée. Un message vous le rappelle.",
    Seat.WAITING.value: "L’événement est complet : vous êtes sur liste d’attente.",
}


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and what it sends. Whoever holds a place already is led to it."""
    event = published_or_404(Event, slug)
    user = request.user if request.user.is_authenticated else None
    if held := held_by(event, request.user):
        return redirect(signed.path(held))
    if request.method != "POST":
        return form_page(request, event, RegistrationForm(initial=known(user), user=user))
    if refused := limited(request, "inscription", "20/h"):
        return refused
    form = RegistrationForm(request.POST, user=user)
    if not form.is_valid():
        return form_page(request, event, form, status=422)
    return take(request, event, form, user)


def take(request: HttpRequest, event: Event, form: RegistrationForm, user) -> HttpResponse:
    if form.cleaned_data["website"]:  # a robot, left to its honeypot
        messages.success(request, ASKED)
        return redirect(event)
    email = form.given()["email"]
    if not user and (refused := limited(request, "inscription-adresse", "10/d/key", email)):
        return refused
    try:
        row = seats.ask(event, form.given(), user)
    except Refused as error:
        return form_page(request, event, form, problem=str(error), status=409)
    messages.success(request, HELD[row.state] if user else ASKED)
    return redirect(signed.path(row) if user else event.get_absolute_url())


def form_page(
    request: HttpRequest, event: Event, form: RegistrationForm, problem: str = "", status: int = 200
) -> HttpResponse:
    now = timezone.now()
    context = {
        "event": event,
        "form": form,
        "when": moments.when(event),
        "paris": moments.in_paris(event),
        "where": where(event),
        "seats": standing(event, request.user, now),
        "closed": problem or seats.closed(event, now),
    }
    return render(request, "events/register.html", context, status=status)


def known(user) -> dict:
    """What an account says already is not asked again."""
    if user is None:
        return {}
    place = user.memberships.confirmed().select_related("territory").first()
    organisation = place.territory.name if place else ""
    return {"name": user.name, "function": user.function, "organisation": organisation}


@never_cache
@require_safe
def mine_list(request: HttpRequest) -> HttpResponse:
    """One's own registrations."""
    return render(request, "events/mine_list.html", {"rows": about.mine(request.user)})


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, key: str) -> HttpResponse:
    """The page of the link in mails: reading changes nothing, two buttons act."""
    row = signed.read(key)
    if row is None:
        raise Http404("Ce lien ne mène à aucune inscription : elle a pu être effacée.")
    problem = ""
    if request.method == "POST":
        try:
            act(request, row)
            return redirect("events:mine", key=key)
        except Refused as refused:
            problem = str(refused)
    return render(request, "events/mine.html", told(row, problem), status=409 if problem else 200)


def act(request: HttpRequest, row: Registration) -> None:
    if request.POST.get("geste") == "confirmer":
        if words := HELD.get(seats.confirm(row).state):
            messages.success(request, words)
    elif request.POST.get("geste") == "annuler":
        seats.leave(row)
        messages.success(request, "Votre inscription est annulée. Merci d’avoir prévenu.")
    else:
        raise Refused("Ce geste n’existe pas : choisissez un des boutons ci-dessous.")


def told(row: Registration, problem: str) -> dict:
    event, now = row.event, timezone.now()
    ahead = Registration.objects.waiting().filter(event=event, since__lt=row.since).count()
    return {
        "row": row,
        "event": event,
        "when": moments.when(event),
        "paris": moments.in_paris(event),
        "where": where(event),
        "ended": seats.ended(event, now),
        "over": event.over(now),
        "rank": ahead + 1 if row.state == Seat.WAITING else 0,
        "problem": problem,
    }
