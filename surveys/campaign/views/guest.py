"""The link of a mail: without account, and without a trace of which response it led to."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from aict.moderation.readiness import Refused
from aict.people.limits import limited
from surveys.answering import device
from surveys.answering.finding import kept_private, response_of, survey_at
from surveys.answering.forms import WhoForm
from surveys.answering.keys import new_key, normalise
from surveys.answering.starting import Who
from surveys.campaign import signed
from surveys.campaign.models import Invitation
from surveys.campaign.starting import ServedError, begin_anonymous, begin_named
from surveys.models import State

RATE = "240/m/key"
# The address of the link is told to no page, nor to the log of the next one.
DISCREET = "strict-origin"


def discreet(answer: HttpResponse) -> HttpResponse:
    answer["Referrer-Policy"] = DISCREET
    return answer


@login_not_required
@kept_private
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """GET presents. POST begins; with « deja », it says that the response was sent."""
    survey = survey_at(slug)
    guest = signed.invitation_of(survey, token)
    guest.survey = survey
    if survey.state == State.DRAFT:  # sent, then taken back to be reworked
        return discreet(render(request, "campaign/soon.html", {"survey": survey}, status=409))
    if not survey.is_open:
        return discreet(render(request, "campaign/closed.html", {"survey": survey}, status=410))
    if request.method != "POST":
        return presented(request, guest)
    if refused := limited(request, "enquete-invitation", RATE, survey.slug):
        return refused
    if "deja" in request.POST:
        Invitation.objects.filter(pk=guest.pk, answered=False).update(answered=True)
        return redirect("campaign:invitation", slug, token)
    return anonymous(request, guest) if survey.is_anonymous else named(request, guest)


def presented(
    request: HttpRequest, guest: Invitation, form: WhoForm | None = None, problem: str = ""
) -> HttpResponse:
    survey, status = guest.survey, 422 if problem or form else 200
    mine = response_of(request, survey)
    served = survey.is_anonymous and (guest.started or guest.answered)
    context = {
        "survey": survey,
        "questionnaire": survey.form,
        "guest": guest,
        "form": None if survey.is_anonymous else form or WhoForm(initial=initial(guest)),
        "problem": problem,
        "mine": mine is not None,
        "key": new_key(),
    }
    template = "campaign/served.html" if served else "campaign/invitation.html"
    answer = render(request, template, context, status=status)
    discreet(answer)
    if survey.is_anonymous and not served and mine is None:
        # Should the answer to « Commencer » be lost, the device has the key.
        device.hold(answer, survey, context["key"])
    return answer


def initial(guest: Invitation) -> dict:
    return {
        "territory": guest.territory.key if guest.territory else "",
        "service": guest.service.slug if guest.service else "",
    }


def anonymous(request: HttpRequest, guest: Invitation) -> HttpResponse:
    key = normalise(request.POST.get("key", "")) or device.held(request, guest.survey)
    if not key:
        return presented(request, guest, problem="Cette page avait vieilli : recommencez.")
    try:
        begin_anonymous(guest, key)
    except ServedError:
        guest.started = True
        return presented(request, guest, problem="Cette invitation a déjà servi.")
    except Refused as why:
        return presented(request, guest, problem=str(why))
    return begun(guest, key)


def named(request: HttpRequest, guest: Invitation) -> HttpResponse:
    form = WhoForm(request.POST)
    if not form.is_valid():
        return presented(request, guest, form)
    user = request.user if request.user.is_authenticated else None
    try:
        key = begin_named(
            guest, Who(form.cleaned_data["territory"], form.cleaned_data["service"], user)
        )
    except Refused as why:
        return presented(request, guest, form, problem=str(why))
    return begun(guest, key)


def begun(guest: Invitation, key: str) -> HttpResponse:
    answer = redirect("surveys:key", guest.survey.slug)
    device.hold(answer, guest.survey, key)
    signed.hold(answer, guest)
    return answer


@login_not_required
@never_cache
@csrf_exempt  # mail programs press the button without a cookie (RFC 8058); the key is signed
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """No more reminders: one button, whatever the state of the survey."""
    survey = survey_at(slug)
    guest = signed.invitation_of(survey, token, signed.STOP)
    if request.method == "POST":
        Invitation.objects.filter(pk=guest.pk, stopped=False).update(stopped=True)
    done = request.method == "POST" or guest.stopped
    answer = render(request, "campaign/stop.html", {"survey": survey, "done": done})
    return discreet(answer)
