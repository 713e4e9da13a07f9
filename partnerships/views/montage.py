"""« Montage » : several lines for one project. The address holds everything; nothing is stored."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partnerships.forms.montage import MOST_LINES, read
from partnerships.funding import drawing, rules
from partnerships.montage import compose

START = "/financements/montage/depuis/"


@login_not_required
@require_safe
def montage(request: HttpRequest) -> HttpResponse:
    """The form, and what it makes: gap, bar, table, remarks in words."""
    today = timezone.localdate()
    choices = rules.choices(today)
    asked = read(request.GET, choices)
    context = {"asked": asked, "today": today, "start_url": START, "most": MOST_LINES}
    begun = any(name in request.GET for name in asked.project.fields)
    if not begun or (asked.editing and not asked.valid):
        asked.silence()
        return page(request, context)
    if not asked.valid:
        return page(request, context, status=400)
    lines = rules.lines_of(asked, today)
    plan = compose(rules.project_of(asked), lines)
    address = f"{request.path}?{asked.address()}"
    context |= {"plan": plan, "drawn": drawing.drawn(plan), "told": asked.project.cleaned_data}
    context |= {"address": address, "shared": settings.SITE_URL + address}
    asked.show_prerequisites(plan)
    return page(request, context)


def page(request: HttpRequest, context: dict, status: int = 200) -> HttpResponse:
    whole = {"plan": None, "drawn": None, "told": None, "address": "", "shared": ""} | context
    return render(request, "partnerships/montage.html", whole, status=status)
