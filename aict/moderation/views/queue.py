"""The coordinators' queue: what waits, since when, for whom."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aict.moderation.filters import QueueFilter
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, Proposal, State
from aict.moderation.waiting import days_late, waited_on
from aict.ui.transfer import csv_response
from aict.ui.typography import french

HEADER = (
    *("titre", "type", "état", "catégorie", "collectivité", "service", "depuis le"),
    *("qui est attendu", "jours de retard", "vérifié le", "exemple fictif"),
)
TABS = [State.SUBMITTED, State.RETURNED, State.DRAFT, State.PUBLISHED, State.ARCHIVED]


@require_safe
def queue(request):
    """Every contribution, oldest wait first; what is submitted is shown unless asked otherwise."""
    if not request.user.is_coordinator:
        raise PermissionDenied
    asked = request.GET if set(request.GET) - {"format"} else {"etat": State.SUBMITTED}
    waiting = Contribution.objects.for_queue().telling_involvement(request.user)
    filters = QueueFilter(asked, queryset=waiting)
    if request.GET.get("format") == "csv":
        return csv_response("moderation.csv", HEADER, (line(row) for row in filters.qs))
    page = Paginator(filters.qs, 30).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [row(contribution) for contribution in page],
        "filters": filters,
        "state": asked.get("etat", ""),
        "chips": chips(request.GET, filters),
        "csv": address(request.GET, format="csv"),
        "tabs": tabs(request.GET, asked),
        "proposals": Proposal.objects.waiting()[:20],
        "next": Contribution.objects.decidable_by(request.user).first(),
    }
    return render(request, "moderation/queue.html", context)


def line(contribution: Contribution) -> tuple:
    """One line of the file, in the order of HEADER."""
    return (
        contribution.title,
        KINDS[contribution.kind].noun,
        contribution.get_state_display(),
        contribution.get_category_display(),
        contribution.territory,
        contribution.service,
        contribution.state_since.date(),
        waited_on(contribution, to_authors=False),
        days_late(contribution),
        contribution.verified_on,
        "oui" if contribution.fictional else "non",
    )


def row(contribution: Contribution) -> dict:
    return {
        "contribution": contribution,
        "noun": KINDS[contribution.kind].noun,
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
