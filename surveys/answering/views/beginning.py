"""Beginning a response, keeping its key, finding it again on another device."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.people.limits import limited
from surveys.answering.device import forget as forget_key
from surveys.answering.device import held, hold
from surveys.answering.finding import kept_private, owner_of, public_survey, response_of
from surveys.answering.forms import KeyForm, WhoForm, who_of
from surveys.answering.keys import digest, new_key, normalise
from surveys.answering.progress import address_of
from surveys.answering.starting import Who, begin
from surveys.models import Response, Survey


@login_not_required
@kept_private
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """The promise, then the response. The key that the page offers is kept nowhere but on the device."""
    survey = public_survey(slug)
    if response := response_of(request, survey):
        return redirect(address_of(survey, response))
    if not survey.is_open:
        return render(request, "surveys/answering/closed.html", {"survey": survey}, status=410)
    if not survey.open_link:
        status = 403 if request.method == "POST" else 200
        return render(request, "surveys/answering/invited.html", {"survey": survey}, status=status)
    if request.method == "POST":
        return started(request, survey)
    return offered(request, survey, held(request, survey) or new_key())


def offered(
    request: HttpRequest, survey: Survey, key: str, form: WhoForm | None = None, problem: str = ""
) -> HttpResponse:
    if form is None and not survey.is_anonymous:
        form = WhoForm(initial=who_of(request.user))
    told = {
        "survey": survey,
        "questionnaire": survey.form,
        "form": form,
        "key": key,
        "problem": problem,
    }
    status = 422 if problem or (form and form.is_bound) else 200
    answer = render(request, "surveys/answering/start.html", told, status=status)
    hold(answer, survey, key)
    return answer


def started(request: HttpRequest, survey: Survey) -> HttpResponse:
    if refused := limited(request, "enquete-debut", "240/m/key", survey.slug):
        return refused
    key = normalise(request.POST.get("key", "")) or held(request, survey)
    if not key:
        return offered(
            request, survey, new_key(), problem="Cette page avait vieilli : recommencez."
        )
    who = None
    if not survey.is_anonymous:
        form = WhoForm(request.POST)
        if not form.is_valid():
            return offered(request, survey, key, form)
        user = request.user if request.user.is_authenticated else None
        who = Who(form.cleaned_data["territory"], form.cleaned_data["service"], user)
    try:
        begin(survey, key, who)
    except Refused as error:
        return offered(request, survey, new_key(), problem=str(error))
    answer = redirect("surveys:key", survey.slug)
    hold(answer, survey, key)
    return answer


@login_not_required
@kept_private
@require_safe
def key(request: HttpRequest, slug: str) -> HttpResponse:
    """The key this device holds, to be copied, and a link for another device."""
    survey = public_survey(slug)
    response = response_of(request, survey)
    if response is None:
        return redirect("surveys:start", slug)
    told = {
        "survey": survey,
        "key": held(request, survey),
        "resume": request.build_absolute_uri("../reprendre/"),
        "next": address_of(survey, response),
        "begun": bool(response.place),
    }
    return render(request, "surveys/answering/key.html", told)


@login_not_required
@kept_private
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest, slug: str) -> HttpResponse:
    survey = public_survey(slug)
    form = KeyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if refused := limited(request, "enquete-reprise", "120/m/key", survey.slug):
            return refused
        if form.is_valid():
            key = form.cleaned_data["key"]
            response = Response.objects.filter(survey=survey, key_hash=digest(key)).first()
            if response:
                answer = redirect(address_of(survey, response))
                hold(answer, survey, key)
                return answer
            form.add_error("key", "Aucune réponse à cette enquête n’a cette clé : relisez-la.")
    told = {"survey": survey, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "surveys/answering/resume.html", told, status=status)


@login_not_required
@kept_private
@require_POST
def forget(request: HttpRequest, slug: str) -> HttpResponse:
    """This device no longer knows the response, which stays as it is."""
    survey = public_survey(slug)
    response = response_of(request, survey)
    told = {"survey": survey, "owner": owner_of(response) if response else "", "erased": False}
    answer = render(request, "surveys/answering/forgotten.html", told)
    forget_key(answer, survey)
    return answer
