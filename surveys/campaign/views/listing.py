"""Who is invited, where each stands, and how many answered."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from aict.people.gates import coordinators_only
from aict.ui.transfer import csv_response
from aict.ui.typography import french
from surveys.campaign import rate, sending
from surveys.campaign.filters import InvitationFilter
from surveys.campaign.statuses import SHOWN, Status, count_by_status, standing
from surveys.models import Survey

PER_PAGE = 30
HEADER = (
    *("adresse", "collectivité", "niveau", "région", "service", "état", "rappels reçus"),
    "exemple fictif",
)
RATE_HEADER = ("répartition", "groupe", "collectivités invitées", "collectivités répondantes")


@require_safe
@coordinators_only
def index(request, slug):
    """The list, filtered; as a file with `format=csv`."""
    survey = get_object_or_404(Survey, slug=slug)
    filters = InvitationFilter(request.GET, queryset=standing(survey).with_names())
    if request.GET.get("format") == "csv":
        lines = (line(survey, row) for row in filters.qs)
        return csv_response(f"invitations-{survey.slug}.csv", HEADER, lines)
    page = Paginator(filters.qs, PER_PAGE).get_page(request.GET.get("page"))
    counts = count_by_status(survey)
    context = {
        "survey": survey,
        "page": page,
        "rows": [(row, Status(row.status).label, *SHOWN[Status(row.status)]) for row in page],
        "filters": filters,
        "status": request.GET.get("etat", ""),
        "tabs": tabs(request.GET, counts),
        "chips": chips(request.GET, filters),
        "clear_url": address(request.GET, etat=request.GET.get("etat", ""), cleared=True),
        "csv": address(request.GET, format="csv"),
        "invited": sum(counts.values()),
        "waiting": counts.get(Status.WAITING, 0),
        "mailing": survey.mailings.first(),
    }
    return render(request, "campaign/list.html", context | progress_of(context["mailing"]))


def progress_of(mailing) -> dict:
    """How far a sending is: `running`, `done` and `total` mails."""
    if mailing is None or not sending.is_running(mailing):
        return {"running": False, "done": 0, "total": 0}
    total = mailing.count or 0
    return {"running": True, "done": max(0, total - sending.left(mailing)), "total": total}


@require_safe
@coordinators_only
def progress(request, slug):
    """The fragment that the list asks for again while mails leave."""
    survey = get_object_or_404(Survey, slug=slug)
    told = {"survey": survey} | progress_of(survey.mailings.first())
    return render(request, "campaign/progress.html", told)


@require_safe
@coordinators_only
def rates(request, slug):
    """The response rate, by level and by région; as a file with `format=csv`."""
    survey = get_object_or_404(Survey, slug=slug)
    found = rate.authorities(survey)
    tables = [("Niveau", rate.by_level(found)), ("Région", rate.by_region(found))]
    if request.GET.get("format") == "csv":
        lines = [
            (name, one.label, one.invited, one.answered) for name, rows in tables for one in rows
        ]
        return csv_response(f"taux-de-reponse-{survey.slug}.csv", RATE_HEADER, lines)
    context = {"survey": survey, "tables": tables, "all": rate.line("", found)}
    return render(request, "campaign/rate.html", context)


def line(survey: Survey, row) -> tuple:
    """One line of the file, in the order of HEADER."""
    region = row.territory.region if row.territory else None
    level = row.territory.get_level_display() if row.territory else ""
    fictional = "oui" if survey.fictional else "non"
    state = Status(row.status).label
    return (row, row.place, level, region, row.service, state, row.reminded, fictional)


def tabs(get, counts: dict[str, int]) -> list[dict]:
    """All of them, then each status that some have."""
    current = get.get("etat", "")
    found = [("", "Toutes", sum(counts.values()))]
    found += [
        (s.value, str(s.label), counts.get(s, 0)) for s in Status if s in counts or s == current
    ]
    return [
        {"url": address(get, etat=value), "label": label, "count": n, "current": value == current}
        for value, label, n in found
    ]


def chips(get, filters: InvitationFilter) -> list[tuple[str, str]]:
    return [
        (french(f"{label} : {words}"), address(get, **{name: ""}))
        for name, label, words in filters.in_force()
    ]


def address(get, cleared: bool = False, **changes: str) -> str:
    """The list with these filters changed, from its first page."""
    asked = {**({} if cleared else get.dict()), **changes}
    asked.pop("page", None)
    return "?" + urlencode({name: value for name, value in asked.items() if value})
