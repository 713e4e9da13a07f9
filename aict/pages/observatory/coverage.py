"""What share of authorities the base knows something of: the honest side of every figure."""

from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from aict.db import prepared
from aict.pages.observatory.tables import Counted, share
from aict.taxonomies.enums import CostBand, Level
from aict.territories.models import Territory
from aict.territories.querysets import TerritoryQuerySet
from aict.ui.numbers import count, number

LEVELS = (
    Level.REGION,
    Level.DEPARTEMENT,
    Level.METROPOLE,
    Level.EPCI,
    Level.COMMUNE,
    Level.SPECIAL_STATUS,
)


A_DAY = 86_400
WILL = _lazy("Chacun dépose s’il le veut : une case vide ne veut pas dire qu’il ne se passe rien.")
SUMS = _lazy(
    "Une pratique peut relever de plusieurs catégories ou pays : les colonnes ne s’additionnent pas."
)
# The collectivités d’outre-mer are neither régions nor départements, though some hold their powers.
# By the first characters of their codes, as ranges: a pattern costs four times as much.
BEYOND = (
    Q(code__gte="975", code__lt="976")
    | Q(code__gte="977", code__lt="979")
    | Q(code__gte="98", code__lt="99")
)


@dataclass(frozen=True)
class Covered:
    """Of a level: how many authorities there are, how many carry a practice."""

    label: str
    carrying: int
    there: int

    @property
    def share(self) -> str:
        return share(self.carrying, self.there)

    @property
    def shown(self) -> str:
        return _("%(n)s sur %(all)s") % {"n": number(self.carrying), "all": number(self.there)}


def by_level(practices: QuerySet) -> list[Covered]:
    """Authorities of each level that carry one of `practices`. An authority that holds the powers
    of several levels counts in each."""
    there = cache.get_or_set(f"authorities-{territories()}", all_there, A_DAY) or all_there()
    carrying = totals(france().filter(pk__in=practices.values("territory")))
    return [Covered(str(level.label), carrying[level], there[level]) for level in LEVELS]


def territories() -> str:
    """Which files the territories were loaded from; they change by them only."""
    with prepared.cursor() as cursor:
        cursor.execute("SELECT digest FROM territories_referencefile WHERE name = 'territories'")
        found = cursor.fetchone()
    return found[0] if found else ""


def france() -> TerritoryQuerySet:
    return Territory.objects.exclude(BEYOND)


def all_there() -> dict[str, int]:
    """Thirty-six thousand rows, which change once a year: not counted for each reader."""
    return totals(france().current().french().authorities())


def totals(territories: QuerySet) -> dict[str, int]:
    found: dict[str, int] = dict.fromkeys(LEVELS, 0)
    # order_by(): a default order would cut the groups.
    groups = territories.order_by().values_list("level", "acts_as").annotate(n=Count("pk"))
    for level, acts_as, n in groups:
        for held in {level, *(acts_as or ())} & set(LEVELS):
            found[held] += n
    return found


def on_their_ground(counted: Counted, name: str, codes: list[str]) -> int:
    """How many of these régions, or départements, have a practice on their ground."""
    known = counted.values(name)
    return sum(1 for code in codes if known.get(code))


def limits(counted: Counted, practices: QuerySet) -> list[str]:
    """What the figures do not say, in sentences."""
    told = practices.aggregate(
        silent=Count("pk", filter=Q(cost_band=CostBand.UNDISCLOSED)),
        invented=Count("pk", filter=Q(contribution__fictional=True)),
    )
    declared = counted.how_many({"preuve": "0"})
    shares = (
        (told["silent"], _("%s des pratiques ne disent pas ce qu’elles ont coûté.")),
        (declared, _("%s reposent sur la seule déclaration de leurs auteurs, sans chiffre suivi.")),
    )
    sentences = [words % share(n, counted.total) for n, words in shares if n]
    if told["invented"]:
        invented = count(told["invented"], "exemple fictif", "exemples fictifs")
        sentences.insert(
            0, _("Ces nombres comptent %s : la démonstration est inventée.") % invented
        )
    return [*sentences, str(WILL), str(SUMS)] if counted.total else []
