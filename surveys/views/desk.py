"""What coordinators run: their surveys, one of them, its state, its settings, its end."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aict.moderation.readiness import Refused
from aict.people.gates import coordinators_only
from surveys import exports, gate, listing, opening
from surveys.editing import making
from surveys.forms import PROMISES, NewForm, ReasonForm, SettingsForm
from surveys.models import Survey
from surveys.reading import CONFIRMED, UNDONE, badge_of, followed
from surveys.states import TRANSITIONS
from surveys.steps import ASKED_AT

# How many earlier questionnaires are offered to start from.
EARLIER = 20


@coordinators_only
@require_safe
def desk(request: HttpRequest) -> HttpResponseBase:
    states = listing.desk_states()
    found = listing.chosen(Survey.objects.counted(), states, request)
    if request.GET.get("format") == "csv":
        return exports.desk_csv(found)
    page = listing.page_of(found, request)
    context = {
        "page": page,
        "rows": [{"it": one, "badge": badge_of(one)} for one in page],
        "chips": listing.chips(Survey.objects.all(), states, request),
        "csv": csv_address(request),
    }
    return render(request, "surveys/desk.html", context)


def csv_address(request: HttpRequest) -> str:
    told = request.GET.copy()
    told["format"] = "csv"
    told.pop("page", None)
    return f"?{told.urlencode()}"


@coordinators_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    sent = request.method == "POST"
    told = (request.POST, request.FILES) if sent else ()
    form = NewForm(*told, earlier=Survey.objects.all()[:EARLIER])
    if sent and form.is_valid():
        try:
            survey = making.create(form, request.user)
        except Refused as why:
            form.add_error("title", str(why))
        else:
            messages.success(request, "L’enquête est créée. Relisez maintenant ses questions.")
            return redirect("surveys:survey_desk", survey.slug)
    context = {"form": form, "promises": promises(form)}
    return render(request, "surveys/new.html", context, status=status_of(form))


def promises(form: SettingsForm) -> list[tuple[str, str, str, bool]]:
    """Each mode: its value, its name, what it promises, whether it is chosen."""
    if "mode" not in form.fields:
        return []
    chosen = form["mode"].value()
    return [(mode.value, mode.label, told, mode == chosen) for mode, told in PROMISES.items()]


def status_of(form) -> int:
    return 422 if form.errors else 200


@coordinators_only
@require_safe
def survey_desk(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey.objects.counted(), slug=slug)
    return render(request, "surveys/survey_desk.html", followed(survey))


@coordinators_only
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, slug: str, transition: str) -> HttpResponse:
    """A page that says what follows, then its button."""
    survey = get_object_or_404(Survey, slug=slug)
    if transition not in TRANSITIONS:
        raise Http404("Ce geste n’existe pas.")
    if request.method != "POST":
        if place := ASKED_AT.get(transition):
            return redirect(place, slug)
        return confirm(request, survey, transition)
    told = ReasonForm(request.POST)
    if not told.is_valid():
        return confirm(request, survey, transition, told.errors["comment"][0], 422)
    try:
        gate.apply(survey, transition, request.user, told.cleaned_data["comment"])
    except Refused as refused:
        survey.refresh_from_db()
        return confirm(request, survey, transition, str(refused), 409)
    messages.success(request, f"C’est fait : « {survey} » est à l’état « {badge_of(survey)[0]} ».")
    return redirect("surveys:survey_desk", survey.slug)


def confirm(request, survey: Survey, transition: str, problem="", status=200) -> HttpResponse:
    rule = TRANSITIONS[transition]
    opens = transition == "open"
    context = {
        "survey": survey,
        "rule": rule,
        "text": CONFIRMED[transition],
        "undone": UNDONE[transition],
        "possible": survey.state in rule.sources,
        "lacks": opening.problems(survey) if opens and not problem else [],
        "risks": opening.warnings(survey) if opens else [],
        "problem": problem,
        "comment": request.POST.get("comment", ""),
    }
    return render(request, "surveys/desk_change.html", context, status=status)


@coordinators_only
@require_http_methods(["GET", "POST"])
@transaction.atomic
def settings(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey.objects.select_for_update(), slug=slug)
    sent = request.method == "POST"
    form = SettingsForm(request.POST if sent else None, instance=survey)
    stale = form.is_stale
    if sent and not stale and form.is_valid():
        making.settle(form, request.user)
        messages.success(request, "Les réglages sont enregistrés.")
        return redirect("surveys:survey_desk", survey.slug)
    context = {"survey": survey, "form": form, "stale": stale, "promises": promises(form)}
    status = 409 if stale else status_of(form)
    return render(request, "surveys/desk_settings.html", context, status=status)


@coordinators_only
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Delete a draft; pressed twice, the second time finds nothing left to do."""
    survey = Survey.objects.filter(slug=slug).first()
    if survey is None and request.method == "POST":
        return redirect("surveys:desk")
    survey = survey or get_object_or_404(Survey, slug=slug)
    problem = ""
    if request.method == "POST":
        try:
            making.delete(survey)
        except Refused as why:
            problem = str(why)
        else:
            messages.success(request, f"Le brouillon « {survey} » est supprimé.")
            return redirect("surveys:desk")
    context = {"survey": survey, "problem": problem}
    return render(request, "surveys/desk_remove.html", context, status=409 if problem else 200)
