"""A survey read beside an earlier one, or beside a poll known by its figures."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from aict.people.gates import coordinators_only
from aict.ui.transfer import csv_response
from surveys.models import State, Survey
from surveys.results import aggregate
from surveys.results.analysis import SETTLED
from surveys.results.charts import Chart
from surveys.results.views.analysis import waiting
from surveys.results.waves import comparing, matching
from surveys.results.waves.comparing import Wave
from surveys.results.waves.measures import comparable, measures

POLL = "sondage-"


@coordinators_only
@require_safe
def compare(request: HttpRequest, slug: str) -> HttpResponseBase:
    survey = get_object_or_404(Survey, slug=slug)
    if survey.state not in SETTLED:
        return waiting(request, survey)
    key = request.GET.get("avec", "")
    wave = wave_of(survey, key) if key else None
    charts = drawn(survey, wave) if wave else []
    if wave and request.GET.get("format") == "csv":
        return file(survey, wave, charts)
    context = {
        "survey": survey,
        "wave": wave,
        "charts": charts,
        "polls": survey.earlier_polls.all(),
        "others": others_of(survey),
        "unmatched": unmatched(survey, wave) if wave else [],
        "limits": comparing.LIMITS,
        "poll_prefix": POLL,
    }
    return render(request, "results/compare.html", context)


def others_of(survey: Survey):
    """Surveys whose answers no longer change, this one left out."""
    return Survey.objects.filter(state__in=[State.CLOSED, State.PUBLISHED]).exclude(pk=survey.pk)


def wave_of(survey: Survey, key: str) -> Wave:
    """Raises Http404."""
    if key.startswith(POLL):
        pk = key.removeprefix(POLL)
        if not pk.isascii() or not pk.isdigit() or len(pk) > 12:
            raise Http404
        return comparing.of_poll(get_object_or_404(survey.earlier_polls, pk=int(pk)))
    other = get_object_or_404(others_of(survey), slug=key)
    return comparing.of_survey(survey, survey.form, other)


def drawn(survey: Survey, wave: Wave) -> list[Chart]:
    read = partial(aggregate.tables, survey)
    return list(comparing.charts(survey, survey.form, read, wave))


def unmatched(survey: Survey, wave: Wave) -> list:
    return [question for question in comparable(survey.form) if question.id not in wave.shares]


def file(survey: Survey, wave: Wave, charts: list[Chart]) -> HttpResponseBase:
    header = ["Question", "Réponse", wave.told, str(survey.year), "Écart (points)"]
    rows = ([chart.title, *row] for chart in charts for row in chart.file_rows)
    return csv_response(f"{survey.slug}-et-{wave.key}.csv", header, rows)


@coordinators_only
@require_http_methods(["GET", "POST"])
def mapping(request: HttpRequest, slug: str, other: str, question: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    past = get_object_or_404(others_of(survey), slug=other)
    context = choices(survey, past, question, request.GET.get("autre"))
    if request.method == "POST":
        match = chosen(context, past, request)
        matching.correct(survey, past, question, match)
        messages.success(request, "La correspondance est gardée.")
        address = reverse("results:compare", args=[survey.slug])
        return redirect(f"{address}?avec={past.slug}#graphique-{question}")
    return render(request, "results/compare_mapping.html", context)


def choices(survey: Survey, past: Survey, question: str, wanted: str | None) -> dict:
    """What may answer `question` in `past`: its questions, and the measures of the chosen one. Raises Http404."""
    form, other = survey.form, past.form
    asked = next((q for q in comparable(form) if q.id == question), None)
    if asked is None:
        raise Http404
    match = matching.matches(survey, form, past, other)[question]
    known = {q.id: q for q in comparable(other)}
    current = wanted if wanted is not None else match.question if match else ""
    theirs = known.get(current)
    items = match.items if match and match.question == current else {}
    if theirs and not items:
        items = matching.usual(asked, theirs)
    return {
        "survey": survey,
        "other": past,
        "asked": asked,
        "current": theirs.id if theirs else "",
        "questions": [(q.id, q.short or q.label) for q in known.values()],
        "lines": [(one, items.get(one.id, "")) for one in measures(asked)],
        "theirs": measures(theirs) if theirs else [],
    }


def chosen(context: dict, past: Survey, request: HttpRequest) -> matching.Match:
    """What was sent, reduced to what exists."""
    theirs = next((q for q in comparable(past.form) if q.id == request.POST.get("autre")), None)
    if theirs is None:
        return matching.Match("", {})
    known = {one.id for one in measures(theirs)}
    sent = {one.id: request.POST.get(f"m.{one.id}", "") for one, _ in context["lines"]}
    return matching.Match(theirs.id, {mine: its for mine, its in sent.items() if its in known})
