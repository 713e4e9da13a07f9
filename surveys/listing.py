"""Lists of surveys: filtered by state with chips that say how many, page by page."""

from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils import timezone

from surveys.models import State

BY_PAGE = 20


@dataclass(frozen=True)
class Chip:
    label: str
    url: str
    count: int
    current: bool


def over() -> Q:
    """Open still, its last day gone: the clock has not passed yet."""
    return Q(state=State.OPEN, closes_on__lt=timezone.localdate())


def public_states() -> dict[str, tuple[str, Q]]:
    return {
        "ouvertes": ("Ouvertes", Q(state=State.OPEN) & ~over()),
        "publiees": ("Résultats publiés", Q(state=State.PUBLISHED)),
        "en-analyse": ("Closes, en analyse", Q(state=State.CLOSED) | over()),
    }


def desk_states() -> dict[str, tuple[str, Q]]:
    return {
        "preparation": ("En préparation", Q(state=State.DRAFT)),
        "ouvertes": ("Ouvertes", Q(state=State.OPEN)),
        "closes": ("Closes, en analyse", Q(state=State.CLOSED)),
        "publiees": ("Résultats publiés", Q(state=State.PUBLISHED)),
    }


def chosen(surveys: QuerySet, states: dict[str, tuple[str, Q]], request: HttpRequest) -> QuerySet:
    """Those in the state that the address asks for (`etat`). Raises BadRequest."""
    asked = request.GET.get("etat", "")
    if asked and asked not in states:
        raise BadRequest("Cet état d’enquête n’existe pas : choisissez parmi ceux de la liste.")
    return surveys.filter(states[asked][1]) if asked else surveys


def chips(surveys: QuerySet, states: dict[str, tuple[str, Q]], request: HttpRequest) -> list[Chip]:
    """All of them, then each state that holds one."""
    asked = request.GET.get("etat", "")
    counts = surveys.order_by().aggregate(
        tous=Count("pk"), **{name: Count("pk", rule) for name, (_, rule) in states.items()}
    )
    found = [Chip("Toutes", request.path, counts["tous"], not asked)]
    return found + [
        Chip(label, f"{request.path}?etat={name}", counts[name], asked == name)
        for name, (label, _) in states.items()
        if counts[name] or asked == name
    ]


def open_first(surveys: QuerySet) -> QuerySet:
    """Those one may still answer, then results, then those being analysed; the newest first."""
    ranks = [
        When(rule, then=Value(rank)) for rank, (_, rule) in enumerate(public_states().values())
    ]
    return surveys.annotate(rank=Case(*ranks, default=Value(9))).order_by(
        "rank", "-state_since", "-pk"
    )


def page_of(surveys: QuerySet, request: HttpRequest):
    return Paginator(surveys, BY_PAGE).get_page(request.GET.get("page"))
