"""A questionnaire as who answers will see it, page by page; nothing is sent nor kept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from aict.people.gates import coordinators_only
from surveys.answering.asking import Shown
from surveys.editing.words import sections_of
from surveys.models import Survey


@coordinators_only
@require_safe
def start(request: HttpRequest, slug: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    return redirect("surveys:preview_section", slug, survey.form.sections[0].id)


@coordinators_only
@require_safe
def section(request: HttpRequest, slug: str, section: str) -> HttpResponse:
    survey = get_object_or_404(Survey, slug=slug)
    pages = sections_of(survey.form)
    place = next((n for n, (one, _) in enumerate(pages) if one.id == section), None)
    if place is None:
        raise Http404("Cette section n’existe pas.")
    shown, asked = pages[place]
    context = {
        "survey": survey,
        "section": shown,
        "number": place + 1,
        "total": len(pages),
        "questions": [{"told": told, "shown": Shown(told.question)} for told in asked],
        "previous": pages[place - 1][0] if place else None,
        "following": pages[place + 1][0] if place + 1 < len(pages) else None,
    }
    return render(request, "surveys/preview.html", context)
