"""Facet codes that several kinds of list share, as "name:value"."""

from collections.abc import Iterable, Iterator

from aict.taxonomies.enums import Level


def place_codes(territory) -> Iterator[str]:
    """Levels (those whose powers it holds too), population band, région and département of a French
    authority."""
    yield from (f"niveau:{level}" for level in territory.levels)
    if territory.population_band:
        yield f"taille:{territory.population_band}"
    for level, parent in (
        (Level.REGION, territory.region),
        (Level.DEPARTEMENT, territory.departement),
    ):
        place = territory if territory.level == level else parent
        if place:
            yield f"{level}:{place.code}"


def country_codes(countries: Iterable) -> Iterator[str]:
    """Each country, and its groups: they are never typed."""
    for country in countries:
        yield f"pays:{country.code}"
        yield from (f"groupe:{group}" for group in country.groups)


def term_codes(row, name: str, relation: str) -> Iterator[str]:
    """The terms of a taxonomy that `row` holds in its many-to-many field `relation`."""
    yield from (f"{name}:{term.slug}" for term in getattr(row, relation).all())
