"""The coordinators' queue: what waits, since when, for whom."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.moderation.filters import QueueFilter
from aict.moderation.models import Contribution, State
from aict.moderation.waiting import waited_on


@require_safe
def queue(request):
    """Every contribution, oldest wait first; what is submitted is shown unless asked otherwise."""
    if not request.user.is_coordinator:
        raise PermissionDenied
    asked = request.GET or {"etat": State.SUBMITTED}
    waiting = Contribution.objects.for_queue().telling_involvement(request.user)
    filters = QueueFilter(asked, queryset=waiting)
    page = Paginator(filters.qs, 30).get_page(request.GET.get("page"))
    rows = [{"contribution": c, "waiting": waited_on(c), "mine": c.involved} for c in page]
    context = {"page": page, "rows": rows, "filters": filters, "tabs": tabs(asked)}
    return render(request, "moderation/queue.html", context)


def tabs(asked) -> list[dict]:
    """The five states with how many are in each."""
    counts = Contribution.objects.count_by_state()
    return [
        {"state": s, "label": s.label, "count": counts.get(s, 0), "current": asked.get("etat") == s}
        for s in State
    ]
