"""The sentences that open the observatory: what an elected official remembers of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from aict.pages.observatory import coverage, tables
from aict.pages.observatory.state import State
from aict.taxonomies.enums import Level
from aict.territories.models import Territory
from aict.ui.numbers import is_plural, number


@dataclass(frozen=True)
class Headline:
    """`figures` are (value, label); `sentences` say how much of France is seen, and the goal."""

    figures: list[tuple[str, str]]
    sentences: list[str]
    goal: str


def headline(state: State, made: dict[str, tables.Table]) -> Headline:
    counted = state.counted
    regions, departements = ground(Level.REGION), ground(Level.DEPARTEMENT)
    seen = coverage.on_their_ground(counted, "region", regions)
    places = coverage.on_their_ground(counted, "departement", departements)
    countries = len(made["pays"].lines)
    figures = [
        figure(counted.total, _("pratique publiée"), _("pratiques publiées")),
        figure(countries, _("pays partenaire"), _("pays partenaires")),
        (tables.share(seen, len(regions)), _("des régions ont au moins une pratique sur leur sol")),
        (tables.share(places, len(departements)), _("des départements, de même")),
    ]
    return Headline(figures, [tables.leaders(made["modalites"])], tables.goal_sentence(counted))


def figure(n: int, one: str, many: str) -> tuple[str, str]:
    return number(n), many if is_plural(n) else one


def ground(level: str) -> list[str]:
    """Codes of the 18 régions, or of the 101 départements, whoever governs them: the collectivités
    d’outre-mer are neither."""
    found = Territory.objects.current().filter(level=level)
    return list(found.exclude(coverage.BEYOND).values_list("code", flat=True))
