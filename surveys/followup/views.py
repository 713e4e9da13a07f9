"""Where coordinators say what was done of the answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.moderation.views.finding import typed
from aict.people.gates import coordinators_only
from surveys.followup import writing
from surveys.followup.forms import FollowUpForm
from surveys.followup.models import FollowUp
from surveys.models import Survey


@coordinators_only
@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    rows = survey.follow_ups.select_related("need").prefetch_related("journal__by")
    return render(request, "followup/board.html", {"survey": survey, "rows": rows})


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    form = FollowUpForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        writing.add(survey, form.told(), request.user)
        messages.success(request, "C’est noté. Rien n’est en ligne avant « Publier ».")
        return redirect("followup:board", slug)
    status = 422 if form.is_bound else 200
    context = {"survey": survey, "form": form, "stale": None}
    return render(request, "followup/write.html", context, status=status)


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(FollowUp, pk=pk, survey__slug=slug)
    form = FollowUpForm(request.POST if request.method == "POST" else None, instance=found)
    status, stale = (422 if form.is_bound else 200), None
    if request.method == "POST" and form.is_valid():
        try:
            writing.edit(found, form.told(), form.cleaned_data["version"], request.user)
        except writing.StaleError as error:
            status, stale = 409, error.current
        else:
            messages.success(request, "C’est enregistré.")
            return redirect("followup:board", slug)
    context = {"survey": found.survey, "form": form, "stale": stale}
    return render(request, "followup/write.html", context, status=status)


@coordinators_only
@require_POST
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Publish, or withdraw when `retirer` is sent."""
    found = get_object_or_404(FollowUp, pk=pk, survey__slug=slug)
    try:
        if "retirer" in request.POST:
            writing.withdraw(found, typed(request.POST, "pourquoi", 300), request.user)
            messages.success(request, "Cette suite n’est plus en ligne.")
        else:
            writing.publish(found, request.user)
            messages.success(request, "Cette suite est en ligne.")
    except Refused as why:
        messages.error(request, str(why))
    return redirect("followup:board", slug)
