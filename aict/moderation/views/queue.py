"""The coordinators' queue: what waits, since when, for whom."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.moderation.filters import QueueFilter
from aict.moderation.models import Contribution, State
from aict.moderation.waiting import days_late, waited_on
from aict.ui.typography import french

TABS = [State.SUBMITTED, State.RETURNED, State.DRAFT, State.PUBLISHED, State.ARCHIVED]


@require_safe
def queue(request):
    """Every contribution, oldest wait first; what is submitted is shown unless asked otherwise."""
    if not request.user.is_coordinator:
        raise PermissionDenied
    asked = request.GET or {"etat": State.SUBMITTED}
    waiting = Contribution.objects.for_queue().telling_involvement(request.user)
    filters = QueueFilter(asked, queryset=waiting)
    page = Paginator(filters.qs, 30).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [row(contribution) for contribution in page],
        "filters": filters,
        "state": asked.get("etat", ""),
        "chips": chips(request.GET, filters),
        "tabs": tabs(request.GET, asked),
        "next": Contribution.objects.decidable_by(request.user).first(),
    }
    return render(request, "moderation/queue.html", context)


def row(contribution: Contribution) -> dict:
    return {
        "contribution": contribution,
        "waiting": waited_on(contribution, to_authors=False),
        "late": days_late(contribution),
        "mine": contribution.involved,
    }


def tabs(get, asked) -> list[dict]:
    """The states, what waits for the coordination first, with how many are in each."""
    counts = Contribution.objects.count_by_state()
    return [
        {
            "url": address(get, etat=state),
            "label": state.label,
            "count": counts.get(state, 0),
            "current": asked.get("etat") == state,
        }
        for state in TABS
    ]


def chips(get, filters: QueueFilter) -> list[tuple[str, str]]:
    """(words, address without it) of each filter in force."""
    return [
        (french(f"{label} : {words}"), address(get, **{name: ""}))
        for name, label, words in filters.in_force()
    ]


def address(get, **changes: str) -> str:
    """The queue with these filters changed, from its first page."""
    asked = {"etat": State.SUBMITTED.value, **get.dict(), **changes}
    asked.pop("page", None)
    return "?" + urlencode({name: value for name, value in asked.items() if value})
