"""The surveys, as anybody sees them and as coordinators run them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from aict.moderation.readiness import Refused
from aict.people.gates import coordinators_only
from surveys import gate, steps
from surveys.models import Survey
from surveys.states import TRANSITIONS


@login_not_required
@require_safe
def index(request):
    return render(request, "surveys/list.html", {"surveys": Survey.objects.public()})


@login_not_required
@require_safe
def detail(request, slug):
    survey = get_object_or_404(Survey.objects.visible_to(request.user), slug=slug)
    return render(request, "surveys/detail.html", {"survey": survey, "form": survey.form})


@coordinators_only
@require_safe
def desk(request):
    return render(request, "surveys/desk.html", {"surveys": Survey.objects.all()})


@coordinators_only
@require_safe
def survey_desk(request, slug):
    survey = get_object_or_404(Survey, slug=slug)
    told = {"survey": survey, "steps": steps.steps_of(survey), "possible": gate.possible(survey)}
    return render(request, "surveys/survey_desk.html", told)


@coordinators_only
@require_POST
def change(request, slug, transition):
    survey = get_object_or_404(Survey, slug=slug)
    if transition not in TRANSITIONS:
        raise Http404
    try:
        gate.apply(survey, transition, request.user, request.POST.get("comment", ""))
    except Refused as why:
        messages.error(request, str(why))
    return redirect("surveys:survey_desk", survey.slug)
