"""Population bands: the sizes in which authorities are compared."""

from aict.taxonomies.enums import PopulationBand

BANDS = [
    (0, PopulationBand.UNDER_5K),
    (5_000, PopulationBand.FROM_5K),
    (20_000, PopulationBand.FROM_20K),
    (50_000, PopulationBand.FROM_50K),
    (100_000, PopulationBand.FROM_100K),
    (200_000, PopulationBand.OVER_200K),
]


def band_of(population: int | None) -> str:
    """The band it falls in; "" when the population is unknown."""
    if population is None:
        return ""
    return next(band for floor, band in reversed(BANDS) if population >= floor)


def bounds_of(band: str) -> tuple[int, int | None]:
    """(first population inside, first one beyond or None)."""
    names = [str(name) for _, name in BANDS]
    place = names.index(band)
    return BANDS[place][0], BANDS[place + 1][0] if place + 1 < len(BANDS) else None
