"""What rooms above keep in someone's name. They register; people only asks."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Holding:
    """Something handed over when its owner leaves, and given back in the data export.

    count(user, territory) → how many, in `territory` or everywhere when None
    hand_over(user, heir, territory) → how many moved; heir None is the coordination
    export(user) → list of plain dicts
    """

    slug: str
    label: str | Promise
    count: Callable
    hand_over: Callable
    export: Callable


_holdings: dict[str, Holding] = {}


def register(holding: Holding) -> None:
    _holdings[holding.slug] = holding


def count(user, territory=None) -> int:
    return sum(holding.count(user, territory) for holding in _holdings.values())


def hand_over(user, heir, territory=None) -> int:
    return sum(holding.hand_over(user, heir, territory) for holding in _holdings.values())


def export(user) -> dict[str, list]:
    return {holding.slug: holding.export(user) for holding in _holdings.values()}
