"""What coordinators follow, and the needs that found no answer."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnerships.introductions import reading, unmet
from partnerships.models.introduction import Introduction, State

TABS = (
    ("escalated", "À traiter", ["escalated"]),
    ("waiting", "Sans réponse", ["sent", "acknowledged"]),
    ("going", "En cours", ["accepted", "held", "refused"]),
    ("over", "Terminées", ["closed", "withdrawn"]),
)


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Every request by age, what waits for the coordination first."""
    if not request.user.is_coordinator:
        raise PermissionDenied
    asked = request.GET.get("etat", "")
    states = next((states for name, _label, states in TABS if name == asked), None)
    rows = Introduction.objects.board()
    if states == ["closed", "withdrawn"]:
        rows = Introduction.objects.with_names().filter(state__in=states)
    elif states:
        rows = rows.filter(state__in=states)
    page = Paginator(rows, 30).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [reading.line(row) for row in page],
        "tabs": tabs(asked if states else ""),
    }
    return render(request, "partnerships/introduction_board.html", context)


def tabs(current: str) -> list[dict]:
    counted = Introduction.objects.exclude(state=State.DRAFT).order_by().values("state")
    counts = {row["state"]: row["n"] for row in counted.annotate(n=Count("pk"))}
    everything = [s for name, _label, states in TABS if name != "over" for s in states]
    rows = [("", "Toutes", everything), *TABS]
    return [
        {
            "label": label,
            "url": f"?etat={name}" if name else "?",
            "current": name == current,
            "count": sum(counts.get(state, 0) for state in states),
        }
        for name, label, states in rows
    ]


@login_not_required
@require_safe
def unmet_needs(request: HttpRequest) -> HttpResponse:
    context = {"cells": unmet.cells(), "least": unmet.LEAST}
    context["fictional"] = unmet.unmet().filter(fictional=True).exists()
    return render(request, "partnerships/introduction_unmet.html", context)
