"""Which briefs fit a territory, a concern and a time: near authorities first, the reasons in words."""

from collections.abc import Mapping
from itertools import chain, islice

from aict.listing import bitsets
from aict.listing.counting import kept_by_all
from aict.listing.index import Snapshot
from aict.taxonomies.enums import Level
from aict.territories.models import Territory
from practices.comparable import WEIGHTS, Comparable, chosen_among
from practices.listing import PRACTICES

LOOKED_AT = 60


def fitting(
    filters: Mapping[str, tuple[str, ...]], place: Territory | None, most: int
) -> list[Comparable]:
    """At most `most` published practices that answer `filters`, one for each authority: first those
    of authorities like `place`, then the most recent."""
    snapshot = PRACTICES.current()
    rows = kept_by_all(snapshot.alive, {n: snapshot.any_of(n, v) for n, v in filters.items()})
    wanted = likeness(place)
    cuts = bitsets.by_hits(rows, alike(snapshot, wanted, place))
    places = chain.from_iterable(bitsets.highest_first(cut) for cut in cuts)
    ids = [snapshot.ids[found] for found in islice(places, LOOKED_AT)]
    return chosen_among(ids, wanted, {place.key} if place else set(), most)


def likeness(place: Territory | None) -> dict[str, list[str]]:
    """What makes another authority like it, by facet."""
    empty: dict[str, list[str]] = {name: [] for name in WEIGHTS}
    if place is None:
        return empty
    return empty | {"niveau": place.levels, "taille": [place.population_band or ""]}


def alike(
    snapshot: Snapshot, wanted: Mapping[str, list[str]], place: Territory | None
) -> list[int]:
    """One set of rows for each point that a practice gets."""
    near = {name: [code] for name, code in neighbourhood(place)}
    return [
        *(snapshot.any_of("niveau", wanted["niveau"]) for _point in range(3)),
        *(snapshot.any_of("taille", wanted["taille"]) for _point in range(2)),
        *(snapshot.any_of(name, codes) for name, codes in near.items()),
    ]


def neighbourhood(place: Territory | None):
    if place and place.region:
        yield str(Level.REGION), place.region.code
    if place and place.departement:
        yield str(Level.DEPARTEMENT), place.departement.code
