"""Reading again what was answered, sending it, keeping it, erasing it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aict.moderation.readiness import Refused
from surveys.answering import sending
from surveys.answering.checking import missing, wrong
from surveys.answering.device import forget
from surveys.answering.document import response_pdf
from surveys.answering.finding import (
    kept_private,
    known_survey,
    owner_of,
    public_survey,
    response_of,
    typed_in,
    waiting,
    who_answers,
)
from surveys.answering.hooks import tell_sent
from surveys.answering.stopping import CLOSED, stale, stopped, why
from surveys.answering.wording import told as in_words
from surveys.models import Response, Survey


@login_not_required
@kept_private
@require_safe
def summary(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that was answered, and what still lacks, before it is sent."""
    survey = public_survey(slug)
    response = response_of(request, survey)
    if response is None:
        return redirect("surveys:start", slug)
    if not survey.is_open:
        return redirect("surveys:mine", slug)
    return read_again(request, survey, response)


def read_again(
    request: HttpRequest, survey: Survey, response: Response, problem: str = "", status: int = 200
) -> HttpResponse:
    form, answers = survey.form, typed_in(response)
    problems = missing(form, answers) | wrong(form, answers)
    told = {
        "survey": survey,
        "sections": in_words(form, answers, problems),
        "problems": len(problems),
        "problem": problem,
        "sent": response.answers is not None,
        "last": form.sections[-1].id,
    }
    return render(request, "surveys/answering/summary.html", told, status=status)


@login_not_required
@kept_private
@require_POST
def send(request: HttpRequest, slug: str) -> HttpResponse:
    survey = known_survey(request, slug)
    response = response_of(request, survey)
    if stop := why(survey, response, stale(survey, request.POST)):
        return stopped(request, survey, stop)
    try:
        sending.send_typed(response)
    except sending.IncompleteError as error:
        return read_again(request, survey, response, str(error), 422)
    except Refused as error:
        return read_again(request, survey, response, str(error), 409)
    answer = redirect("surveys:mine", slug)
    tell_sent(request, answer, survey)
    return answer


@login_not_required
@kept_private
@require_safe
def mine(request: HttpRequest, slug: str) -> HttpResponse:
    survey = public_survey(slug)
    response = response_of(request, survey)
    if response is None:
        return redirect("surveys:resume", slug)
    told = {
        "survey": survey,
        "sent": response.answers is not None,
        "waiting": waiting(response),
        "who": who_answers(response),
        "owner": owner_of(response),
        "sections": in_words(survey.form, response.answers or typed_in(response)),
        "first": survey.form.sections[0].id,
    }
    return render(request, "surveys/answering/mine.html", told)


@login_not_required
@kept_private
@require_safe
def mine_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    survey = public_survey(slug)
    response = response_of(request, survey)
    if response is None:
        return redirect("surveys:resume", slug)
    headers = {"Content-Disposition": f'attachment; filename="ma-reponse-{survey.slug}.pdf"'}
    return HttpResponse(
        response_pdf(survey, response), content_type="application/pdf", headers=headers
    )


@login_not_required
@kept_private
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, slug: str) -> HttpResponse:
    """Asked twice, then nothing remains."""
    survey = public_survey(slug)
    response = response_of(request, survey)
    if response is None:
        return redirect("surveys:resume", slug)
    if not survey.is_open:
        return stopped(request, survey, CLOSED)
    if request.method != "POST":
        return render(request, "surveys/answering/erase.html", {"survey": survey})
    owner = owner_of(response)
    try:
        sending.erase(response)
    except Refused:
        return stopped(request, survey, CLOSED)
    told = {"survey": survey, "owner": owner, "erased": True}
    answer = render(request, "surveys/answering/forgotten.html", told)
    forget(answer, survey)
    return answer
