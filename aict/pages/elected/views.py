"""Three questions on a phone, without account; the answer has an address that can be shared."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from aict.pages.elected.choosing import fitting
from aict.pages.elected.concerns import BY_SLUG, TIME
from aict.pages.elected.forms import ElectedForm
from aict.ui.kept import pieces
from practices.brief import brief_of
from practices.comparable import Comparable
from practices.models import Practice
from practices.pages import version_of
from practices.views.finding import published_or_404


@login_not_required
@require_safe
def elected(request: HttpRequest) -> HttpResponse:
    if not request.GET:
        return render(request, "pages/elected/questions.html", {"form": ElectedForm()})
    form = ElectedForm(request.GET)
    if not form.is_valid():
        return render(request, "pages/elected/questions.html", {"form": form}, status=400)
    place = form.cleaned_data["territoire"]
    concern, time = BY_SLUG[form.cleaned_data["sujet"]], TIME[form.cleaned_data["temps"]]
    found = fitting(concern.filters, place, time.briefs)
    told = {"territoire": place.key if place else "", "sujet": concern.slug, "temps": time.slug}
    asked = urlencode({name: value for name, value in told.items() if value})
    context = {
        "place": place,
        "concern": concern,
        "time": time,
        "first": [first_of(row) for row in found[:1]],
        "others": found[1:],
        "address": f"{settings.SITE_URL}{reverse('elected')}?{asked}",
        "filters": urlencode(concern.filters, doseq=True),
    }
    return render(request, "pages/elected/answers.html", context)


def first_of(row: Comparable) -> tuple[str, str, Practice]:
    """(why this one, its brief as HTML, itself): the one that is read even by whoever reads one."""
    slug = row.practice.slug
    [body] = pieces(("brief", slug, version_of(slug)), lambda: [body_of(slug)])
    return row.reasons, body, row.practice


def body_of(slug: str) -> str:
    context = {"brief": brief_of(published_or_404(slug)), "plain": True}
    return render_to_string("practices/parts/brief_body.html", context)
