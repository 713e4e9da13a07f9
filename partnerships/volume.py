"""Seeded partnerships for volume tests and measures: the same seed links the same territories, large
French authorities more often, near and familiar countries more often."""

import random
from collections.abc import Iterator
from itertools import accumulate

from django.db import transaction
from django.utils import timezone

from aict.listing.codes import country_codes, place_codes
from aict.listing.models import Clock
from aict.moderation.models import Contribution
from aict.taxonomies.enums import Category
from aict.territories.models import Territory
from partnerships import enums
from partnerships.facets import arity_of
from partnerships.models import Partnership

CHUNK = 1_000
# How often a country is chosen, beside the 1 of the others.
FAMILIAR = {
    "DE": 60, "GB": 24, "IT": 20, "ES": 14, "PL": 10, "BE": 8, "MA": 10, "SN": 9, "US": 8, "JP": 6, "CN": 5,
    "TN": 6, "ML": 6, "RO": 9, "PT": 8, "CA": 8, "BF": 6, "MG": 5, "HU": 4, "CZ": 4, "BJ": 4, "TG": 3,
}  # fmt: skip
REACH = 3_000


def fill(count: int, seed: int = 5) -> Iterator[int]:
    """Publishes `count` partnerships without notice to anyone; yields how many are there so far."""
    chance = random.Random(seed)  # noqa: S311
    french, abroad = Sides.french(), Sides.abroad()
    done = 0
    while done < count:
        size = min(CHUNK, count - done)
        save([row(chance, done + n, french, abroad) for n in range(size)])
        done += size
        yield done


class Sides:
    """Territories to draw from, each with its weight."""

    def __init__(self, rows: list[Territory], weights: list[float]):
        self.rows, self.weights = rows, list(accumulate(weights))

    @classmethod
    def french(cls) -> "Sides":
        places = Territory.objects.current().french().authorities().exclude(latitude=None)
        rows = list(
            places.exclude(population=None)
            .select_related("region", "departement", "country")
            .order_by("-population", "key")[:REACH]
        )
        return cls(rows, [1 / (rank + 20) for rank in range(len(rows))])

    @classmethod
    def abroad(cls) -> "Sides":
        places = Territory.objects.current().foreign().exclude(latitude=None)
        rows = list(places.filter(population__gt=10_000).select_related("country").order_by("key"))
        towns: dict[str, int] = {}
        for town in rows:
            towns[town.country_id] = towns.get(town.country_id, 0) + 1
        weights = [FAMILIAR.get(t.country_id, 0.4) / towns[t.country_id] for t in rows]
        return cls(rows, weights)

    def some(self, chance: random.Random, count: int) -> list[Territory]:
        drawn = chance.choices(self.rows, cum_weights=self.weights, k=count)
        return list({place.pk: place for place in drawn}.values())


def row(chance: random.Random, number: int, french: Sides, abroad: Sides) -> tuple:
    """(a partnership not saved yet, its parties): bilateral but for one in twenty."""
    many = chance.random() < 0.05
    parties = [*french.some(chance, 1), *abroad.some(chance, 2 if many else 1)]
    made = Partnership(
        slug=f"volume-{number}",
        title=" – ".join(place.name for place in parties)[:200],
        form=chance.choice(enums.Form.values),
        stage=chance.choice([s for s in enums.Stage.values if s != enums.Stage.SUSPENDED]),
        origin=chance.choice(enums.Origin.values),
        year_signed=chance.randint(1950, 2026),
        categories=[chance.choice(Category.values)],
        updated_at=timezone.now(),
        search_text=" · ".join(f"{p.name} · {p.country.name}" for p in parties),
    )
    made.facets = sorted(set(codes(made, parties)))
    return made, parties


def codes(made: Partnership, parties: list[Territory]) -> Iterator[str]:
    yield f"forme:{made.form}"
    yield f"stade:{made.stage}"
    yield f"origine:{made.origin}"
    yield f"type:{arity_of(len(parties))}"
    yield f"annee:{made.year_signed}"
    yield f"categorie:{made.categories[0]}"
    for party in parties:
        abroad = party.country_id != "FR"
        yield from country_codes([party.country]) if abroad else place_codes(party)


@transaction.atomic
def save(rows: list[tuple]) -> None:
    last = Clock.tick(Partnership.KIND, len(rows))
    today = timezone.now()
    contributions = Contribution.objects.bulk_create(
        Contribution(
            kind=Partnership.KIND,
            state="published",
            live=True,
            title=made.title,
            published_at=today,
            verified_on=today.date(),
        )
        for made, _ in rows
    )
    for number, ((made, _), contribution) in enumerate(zip(rows, contributions, strict=True), 1):
        made.contribution, made.stamp = contribution, last - len(rows) + number
    Partnership.objects.bulk_create(made for made, _ in rows)
    through = Partnership.parties.through
    through.objects.bulk_create(
        through(partnership_id=made.pk, territory_id=party.pk)
        for made, parties in rows
        for party in parties
    )
