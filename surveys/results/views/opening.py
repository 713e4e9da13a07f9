"""Who may see an edition: everybody, once published; coordinators, before."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from aict.people.gates import coordinators_only
from surveys.models import Survey
from surveys.results.edition import edition, on_line

Show = Callable[..., HttpResponseBase]


def opened(show: Show) -> Show:
    """`show` for anybody, of what is published; else a page that says there is nothing to read."""

    @login_not_required
    @require_safe
    @wraps(show)
    def view(request: HttpRequest, slug: str, **told) -> HttpResponseBase:
        if found := on_line(slug):
            return show(request, found, **told)
        return absent(request, get_object_or_404(Survey.objects.public(), slug=slug))

    return view


def previewed(show: Show) -> Show:
    """The same for coordinators, of what would be published."""

    @coordinators_only
    @require_safe
    @wraps(show)
    def view(request: HttpRequest, slug: str, **told) -> HttpResponseBase:
        survey = get_object_or_404(Survey, slug=slug)
        found = edition(survey, preview=True)
        return show(request, found, **told) if found else redirect("results:publication", slug)

    return view


def absent(request: HttpRequest, survey: Survey) -> HttpResponse:
    """410 once withdrawn, 404 when nothing was published yet."""
    withdrawn = survey.journal.filter(transition="withdraw").first()
    context = {"survey": survey, "withdrawn": withdrawn}
    return render(request, "results/absent.html", context, status=410 if withdrawn else 404)
