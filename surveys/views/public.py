"""What anybody reads of surveys."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from surveys import exports, listing
from surveys.editing.words import sections_of
from surveys.models import Survey
from surveys.reading import badge_of, promised, short
from surveys.views.desk import csv_address


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """Those one may answer first, then results, then what is being analysed."""
    states = listing.public_states()
    found = listing.open_first(listing.chosen(Survey.objects.public(), states, request))
    if request.GET.get("format") == "csv":
        return exports.public_csv(found)
    page = listing.page_of(found, request)
    context = {
        "page": page,
        "rows": [line(one) for one in page],
        "chips": listing.chips(Survey.objects.public(), states, request),
        "csv": csv_address(request),
    }
    return render(request, "surveys/list.html", context)


def line(survey: Survey) -> dict:
    """What pages say of one survey."""
    form = survey.form
    return {
        "survey": survey,
        "form": form,
        "badge": badge_of(survey),
        "promise": short(survey),
        "questions": sum(1 for _ in form.questions()),
    }


def seen(request: HttpRequest, slug: str) -> Survey:
    """A public survey; a draft too, for coordinators."""
    return get_object_or_404(Survey.objects.visible_to(request.user), slug=slug)


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    survey = seen(request, slug)
    context = line(survey) | {"promised": promised(survey)}
    return render(request, "surveys/detail.html", context)


@login_not_required
@require_safe
def questions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every question in order, on one page that prints well; what coordinators preview before opening."""
    survey = seen(request, slug)
    shown = sections_of(survey.form)
    return render(request, "surveys/questions.html", line(survey) | {"sections": shown})


@login_not_required
@require_safe
def questionnaire_file(request: HttpRequest, slug: str) -> HttpResponse:
    return exports.as_file(seen(request, slug))
