"""One seeded practice after another, as rows of the tables it fills."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import accumulate

from aict.taxonomies import enums
from aict.taxonomies.models import Goal, Modality, Sector, Service, Theme
from aict.territories.models import Country, Territory
from practices import volume
from practices.models import Practice, Result

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class World:
    """What practices are filed under: keys and codes, the most used first."""

    countries: list[tuple[str, str, list[str]]]
    territories: list[tuple[int, str, list[str]]]
    terms: dict[str, list[tuple[int, str]]]
    service: int

    @classmethod
    def of_database(cls) -> "World":
        places = Territory.objects.exclude(level="etranger").select_related("region", "departement")
        ranked = sorted(places.exclude(population=None), key=lambda t: -(t.population or 0))[:4_000]
        rows = {"modalities": Modality, "themes": Theme, "sectors": Sector, "goals": Goal}
        return cls(
            list(Country.objects.exclude(pk="FR").values_list("code", "name", "groups")),
            [place_of(territory) for territory in ranked],
            {name: list(model.objects.values_list("id", "slug")) for name, model in rows.items()},
            Service.objects.first().pk,
        )


def place_of(territory: Territory) -> tuple[int, str, list[str]]:
    """(id, name, facet codes) of an authority."""
    codes = [f"niveau:{territory.level}", f"taille:{territory.population_band}"]
    for level, parent in (("region", territory.region), ("departement", territory.departement)):
        place = territory if territory.level == level else parent
        if place:
            codes.append(f"{level}:{place.code}")
    return territory.pk, territory.name, codes


FACET_NAMES = {"modalities": "modalite", "themes": "theme", "sectors": "secteur", "goals": "odd"}
SIZES = {
    "teaser": 200,
    "summary": 800,
    "benefit": 200,
    "context": 1_000,
    "local_impact": 600,
    "difficulties": 500,
}


@dataclass
class Row:
    """A practice not saved yet, and what hangs on it: relation → keys, perhaps a result."""

    practice: Practice
    related: dict[str, list]
    result: Result | None


def some(chance: random.Random, rows: list, least: int, most: int) -> list:
    """A few different rows, the first ones more often."""
    count = chance.randint(least, most)
    numbers = chance.choices(range(len(rows)), cum_weights=cumulated(len(rows)), k=count)
    return [rows[number] for number in dict.fromkeys(numbers)]


@cache
def cumulated(count: int) -> list[float]:
    """Zipf's law: the nth is n times less frequent than the first."""
    return list(accumulate(1 / (rank + 1) for rank in range(count)))


def rows(world: World, count: int) -> Iterator[Row]:
    """`count` practices, always the same."""
    for number in range(1, count + 1):
        yield row(world, number, random.Random(number))  # noqa: S311


def row(world: World, number: int, chance: random.Random) -> Row:
    place, place_name, codes = chance.choice(world.territories)
    countries = some(chance, world.countries, 0, 3)
    terms = {name: some(chance, found, 1, 3) for name, found in world.terms.items()}
    practice = Practice(
        id=number,
        slug=f"mesure-{number}",
        title=volume.title(number)[:100],
        nature=chance.choice(("projet", "projet", "strategie")),
        category=chance.choice(enums.Category.values),
        cost_band=chance.choice(enums.CostBand.values),
        evidence=chance.randint(0, 3),
        period_start=chance.randint(2012, 2025),
        territory_id=place,
        service_id=world.service,
        search_text=" · ".join([place_name, *(name for _, name, _ in countries)]),
        stamp=number,
        updated_at=EPOCH,
        **texts(number),
    )
    practice.facets = sorted({*codes, *codes_of(practice, countries, terms, chance.randint(1, 4))})
    related = {"countries": [code for code, _, _ in countries]}
    related |= {name: [pk for pk, _ in found] for name, found in terms.items()}
    return Row(practice, related, result(chance, practice))


def texts(number: int) -> dict[str, str]:
    """About 3,100 characters, cut between sentences into the fields of a practice."""
    found = {}
    left = volume.sentences(number, 3_300)
    for name, size in SIZES.items():
        cut = left[:size].rfind(". ") + 1 or size
        found[name], left = left[:cut].strip()[:size], left[cut:].strip()
    return found


def codes_of(practice: Practice, countries: list, terms: dict, years: int) -> Iterator[str]:
    yield f"categorie:{practice.category}"
    yield f"nature:{practice.nature}"
    yield f"preuve:{practice.evidence}"
    yield from (f"annee:{(practice.period_start or 0) + n}" for n in range(years))
    for code, _, groups in countries:
        yield f"pays:{code}"
        yield from (f"groupe:{group}" for group in groups)
    for name, found in terms.items():
        yield from (f"{FACET_NAMES[name]}:{slug}" for _, slug in found)


def result(chance: random.Random, practice: Practice) -> Result | None:
    if chance.random() < 0.5:
        return None
    label = f"{practice.title.split()[-1]} en deux ans"
    return Result(practice_id=practice.pk, label=label, after=chance.randint(2, 400))
