"""The pages of the two files of answers."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from aict.people.gates import coordinators_only
from aict.ui.transfer import csv_response
from surveys.intake import exports
from surveys.models import Survey

FORMS = {"large": exports.wide, "long": exports.long}


@require_safe
@coordinators_only
def files(request, slug):
    survey = get_object_or_404(Survey, slug=slug)
    told = {"survey": survey, "n": survey.responses.sent().count(), "why": exports.WHY}
    return render(request, "intake/files.html", told)


@require_safe
@coordinators_only
def file(request, slug, form):
    if form not in FORMS:
        raise Http404
    survey = get_object_or_404(Survey, slug=slug)
    header, lines = FORMS[form](survey)
    return csv_response(f"{survey.slug}-{form}.csv", header, lines)
