"""Who answered a named survey, and what: for coordinators alone."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from aict.people.gates import coordinators_only
from aict.ui.transfer import csv_response
from surveys.answering.wording import told
from surveys.models import Respondent, Survey

BY_PAGE = 50
UNKNOWN = "Collectivité non précisée"


def named(slug: str) -> Survey:
    """Raises Http404 for an anonymous survey: there is nobody to list."""
    survey = get_object_or_404(Survey, slug=slug)
    if survey.is_anonymous:
        raise Http404("Cette enquête est anonyme : personne ne sait qui a répondu quoi.")
    return survey


def people(survey: Survey):
    found = Respondent.objects.filter(response__survey=survey, response__answers__isnull=False)
    found = found.select_related("territory", "service", "response")
    return found.order_by("territory__name", "service__label", "pk")


@coordinators_only
@require_safe
def respondents(request: HttpRequest, slug: str) -> HttpResponseBase:
    survey = named(slug)
    found = people(survey)
    if request.GET.get("format") == "csv":
        lines = ([place(one), one.service or "", one.response.day] for one in found)
        return csv_response(f"{slug}-repondants.csv", ["Collectivité", "Service", "Jour"], lines)
    page = Paginator(found, BY_PAGE).get_page(request.GET.get("page"))
    rows = [{"it": one, "place": place(one)} for one in page]
    context = {"survey": survey, "page": page, "rows": rows}
    return render(request, "results/analysis_respondents.html", context)


def place(one: Respondent) -> str:
    return str(one.territory or UNKNOWN)


@coordinators_only
@require_safe
def answers(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    survey = named(slug)
    one = get_object_or_404(people(survey), pk=pk)
    context = {
        "survey": survey,
        "it": one,
        "place": place(one),
        "sections": told(survey.form, one.response.answers or {}),
    }
    return render(request, "results/analysis_answers.html", context)
