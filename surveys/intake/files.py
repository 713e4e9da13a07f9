"""The pages of the two files of answers."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from aict.people.gates import coordinators_only
from aict.ui.transfer import csv_response
from surveys.intake import exports
from surveys.models import State, Survey

# Answers that come one by one, read one by one, would tell whose they are.
WAIT = "Cette enquête est anonyme : ses réponses se téléchargent une fois l’enquête close."
FORMS = {"large": exports.wide, "long": exports.long}


def is_early(survey: Survey) -> bool:
    return survey.is_anonymous and survey.state in {State.DRAFT, State.OPEN}


@require_safe
@coordinators_only
def files(request, slug):
    return page(request, get_object_or_404(Survey, slug=slug))


def page(request, survey: Survey, status=200):
    told = {
        "survey": survey,
        "n": survey.responses.sent().count(),
        "why": exports.WHY,
        "early": WAIT if is_early(survey) else "",
    }
    return render(request, "intake/files.html", told, status=status)


@require_safe
@coordinators_only
def file(request, slug, form):
    """The file; 409 while people still answer an anonymous survey."""
    if form not in FORMS:
        raise Http404
    survey = get_object_or_404(Survey, slug=slug)
    if is_early(survey):
        return page(request, survey, 409)
    header, lines = FORMS[form](survey)
    return csv_response(f"{survey.slug}-{form}.csv", header, lines)
