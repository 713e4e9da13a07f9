"""The page where the holder of a key reads her answers beside those of her peers."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from surveys.answering.finding import kept_private, public_survey, response_of
from surveys.followup import comparing
from surveys.models import CodedResponse
from surveys.results.edition import edition


@login_not_required
@require_safe
@kept_private
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    survey = public_survey(slug)
    response = response_of(request, survey)
    if response is None:
        return redirect("surveys:resume", slug)
    found = edition(survey)
    if found is None or not CodedResponse.objects.filter(response=response).exists():
        context = {"survey": survey, "groups": [], "lines": [], "peers": None, "early": True}
        return render(request, "followup/compare.html", context)
    mine = comparing.codes_of(response, found)
    groups = [one for way in comparing.PEERS if (one := comparing.peers(found, mine, way))]
    chosen = next((one for one in groups if one.way == request.GET.get("par")), None)
    chosen = chosen or next((one for one in groups if one.enough), None)
    lines = list(comparing.lines(found, mine, chosen.way)) if chosen and chosen.enough else []
    context = {
        "survey": survey,
        "groups": groups,
        "peers": chosen,
        "lines": lines,
        "summary": comparing.summary(lines),
        "early": False,
    }
    return render(request, "followup/compare.html", context)
