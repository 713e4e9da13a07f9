"""One page of the questionnaire: read, posted, saved while it is typed."""

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from surveys.answering.asking import shown
from surveys.answering.checking import wrong
from surveys.answering.finding import kept_private, known_survey, owner_of, response_of, typed_in
from surveys.answering.progress import section_or_404, steps, where_to
from surveys.answering.saving import save as keep
from surveys.answering.stopping import PREPARED, keep_what_fits, stale, stopped, why
from surveys.models import Response, State, Survey
from surveys.questionnaire.conditions import Answers
from surveys.questionnaire.structure import Section


@login_not_required
@kept_private
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, slug: str, section: str) -> HttpResponse:
    survey = known_survey(request, slug)
    if request.method == "POST":
        return posted(request, survey, section)
    response = response_of(request, survey)
    if response is None:
        return redirect("surveys:start", slug)
    if survey.state == State.DRAFT:
        return stopped(request, survey, PREPARED)
    if not survey.is_open:
        return redirect("surveys:mine", slug)
    asked = section_or_404(survey.form, section)
    return page(request, survey, asked, response, typed_in(response))


@transaction.atomic
def posted(request: HttpRequest, survey: Survey, id: str) -> HttpResponse:
    """What was typed is kept even when it is wrong; only « Continuer » waits for it to be right."""
    response = response_of(request, survey, lock=True)
    if stop := why(survey, response, stale(survey, request.POST)):
        if response and survey.is_open:
            keep_what_fits(survey, response, request.POST)
        return stopped(request, survey, stop)
    form = survey.form
    section = section_or_404(form, id)
    questions = [one.question for one in shown(form, section, typed_in(response))]
    answers, beyond = keep(response, questions, request.POST, section.id)
    errors = wrong(form, answers, questions)
    go = request.POST.get("go", "next")
    if errors and (go == "next" or beyond):
        return page(request, survey, section, response, answers, errors)
    place, address = where_to(survey, form, section, go, answers)
    Response.objects.filter(pk=response.pk).update(place=place)
    return redirect(address)


@login_not_required
@kept_private
@require_POST
@transaction.atomic
def save(request: HttpRequest, slug: str, section: str) -> HttpResponse:
    """While it is typed: 204 kept · 409 this page is no longer taken · 413 a text is too long to be kept."""
    survey = known_survey(request, slug)
    response = response_of(request, survey, lock=True)
    if stop := why(survey, response, stale(survey, request.POST)):
        return HttpResponse(stop.title, status=409, content_type="text/plain; charset=utf-8")
    form = survey.form
    asked = shown(form, section_or_404(form, section), typed_in(response))
    _typed, beyond = keep(response, [one.question for one in asked], request.POST, section)
    return HttpResponse(status=413 if beyond else 204)


def page(
    request: HttpRequest,
    survey: Survey,
    section: Section,
    response: Response,
    answers: Answers,
    errors: dict[str, str] | None = None,
) -> HttpResponse:
    form = survey.form
    questions = shown(form, section, answers, errors)
    path = steps(form, section.id, answers)
    told = {
        "survey": survey,
        "section": section,
        "steps": path,
        "number": next(step["number"] for step in path if step["current"]),
        "questions": questions,
        "problems": [one for one in questions if one.error],
        "owner": owner_of(response),
        "sent": response.answers is not None,
    }
    return render(request, "surveys/answering/section.html", told, status=422 if errors else 200)
