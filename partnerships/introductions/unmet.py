"""Needs that found no answer, counted so that nobody is recognised.

A cell counts distinct authorities, is published from five on, and stands alone: no total, no margin,
no share from which a hidden cell could be computed again."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from aict.taxonomies.enums import Category, CountryGroup
from partnerships.models.introduction import Introduction, Outcome, State

LEAST = 5
NO_COUNTRY = "sans-pays"


@dataclass(frozen=True)
class Cell:
    category: str
    category_label: str
    sector: str
    group: str
    count: int


def unmet():
    """Refused, left without an answer, or that gave nothing."""
    nothing = Q(state=State.CLOSED) & (Q(outcome__in=["", Outcome.NOTHING]) | Q(useful=False))
    return Introduction.objects.filter(
        Q(state__in=[State.REFUSED, State.ESCALATED]) | nothing, sent_at__isnull=False
    )


def cells() -> list[Cell]:
    """Published cells only, the most wanted first."""
    asking: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    rows = unmet().select_related("sector").prefetch_related("countries")
    for row in rows:
        groups = {group for country in row.countries.all() for group in country.groups}
        for group in groups or {NO_COUNTRY}:
            asking[row.category, row.sector.label, group].add(row.territory_id)
    shown = [
        Cell(category, str(Category(category).label), sector, group_label(group), len(who))
        for (category, sector, group), who in asking.items()
        if len(who) >= LEAST
    ]
    return sorted(shown, key=lambda cell: (-cell.count, cell.category, cell.sector, cell.group))


def group_label(group: str) -> str:
    if group == NO_COUNTRY:
        return "Sans groupe de pays"
    return str(CountryGroup(group).label)
