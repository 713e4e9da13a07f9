"""What coordinators read of the answers, once no more can come."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from aict.people.gates import coordinators_only
from aict.ui.numbers import percent
from aict.ui.transfer import csv_response
from surveys.campaign.rate import rate
from surveys.models import Survey
from surveys.results import analysis as analysed
from surveys.results.charts import Chart
from surveys.results.kept import kept
from surveys.results.sets import moment


@coordinators_only
@require_safe
def analysis(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    if survey.state not in analysed.SETTLED:
        return waiting(request, survey)
    n = survey.responses.sent().count()
    sections = analysed.sections(survey) if n else []
    context = {"survey": survey, "n": n, "sections": sections}
    return render(request, "results/analysis.html", context)


def waiting(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Results are frozen while people answer: how many, and nothing else."""
    invited, answered = rate(survey)
    context = {
        "survey": survey,
        "n": survey.responses.sent().count(),
        "invited": invited,
        "answered": answered,
        "rate": percent(100 * answered / invited) if invited else "",
    }
    return render(request, "results/analysis_waiting.html", context)


@coordinators_only
@require_safe
def question(request: HttpRequest, slug: str, question: str) -> HttpResponseBase:
    survey = get_object_or_404(Survey, slug=slug)
    if survey.state not in analysed.SETTLED:
        return waiting(request, survey)
    now, by = moment(), request.GET.get("selon", "")
    key = (survey.pk, now, question, "menu")
    menu = kept(key, lambda: choices(survey, question))
    if by and by not in menu["allowed"]:
        raise Http404("Cette question ne sert pas à croiser les autres.")
    if request.GET.get("format") in {"csv", "svg"}:
        return file(request, survey, question, by)
    context = {
        "survey": survey,
        "by": by,
        # Hardly anything of a crossing that is too fine would be read: the question alone is.
        "figure": analysed.figure(survey, question, "" if by in menu["fine"] else by, now),
        **menu,
    }
    return render(request, "results/analysis_question.html", context)


def choices(survey: Survey, question: str) -> dict:
    """The question, its neighbours, and what it may be crossed by. Raises Http404."""
    form = survey.form
    ids = [one.id for one in analysed.drawn(form)]
    if question not in ids:
        raise Http404("Cette question n’a pas de graphique.")
    asked = form.question(question)
    usual, others = analysed.crossings(form, asked)
    place = ids.index(question)
    fine = {one.id for one in usual if analysed.too_fine(survey, question, one.id)}
    return {
        "asked": asked,
        "usual": [(one.id, one.short or one.label) for one in usual],
        "fine": fine,
        "coarser": [(one.id, one.short or one.label) for one in usual if one.id not in fine],
        "others": [(one.id, one.short or one.label) for one in others],
        "allowed": {one.id for one in (*usual, *others)},
        "before": ids[place - 1] if place else "",
        "after": ids[place + 1] if place + 1 < len(ids) else "",
    }


def file(request: HttpRequest, survey: Survey, question: str, by: str) -> HttpResponseBase:
    form = survey.form
    made = analysed.chart_of(survey, form, form.question(question), by)
    name = "-".join(part for part in (survey.slug, question, by) if part)
    if request.GET["format"] == "csv":
        return csv_response(f"{name}.csv", made.header, made.file_rows)
    return svg_response(name, made, source(survey))


def source(survey: Survey) -> str:
    words = f"{survey.title}, {survey.year}. Résultats non extrapolables."
    return f"{words} Données fictives." if survey.fictional else words


def svg_response(name: str, made: Chart, source: str) -> HttpResponse:
    response = HttpResponse(made.svg(source), content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return response
