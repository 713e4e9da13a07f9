"""How many partnerships each territory, country and département has among some of them. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from partnerships.map.atlas import Atlas, Place


@dataclass(frozen=True)
class Tally:
    """Counters of partnerships; `links` are the parties of each one."""

    links: list[tuple[int, ...]]
    places: Counter[int]
    countries: Counter[str]
    departements: Counter[str]

    def around(self, pk: int) -> list[int]:
        """Those with whom a territory works, in the order of their places."""
        found = {other for parties in self.links if pk in parties for other in parties}
        return sorted(found - {pk})


def tally(atlas: Atlas, ids: Iterable[int]) -> Tally:
    links = [atlas.parties[pk] for pk in ids if pk in atlas.parties]
    places: Counter[int] = Counter(pk for parties in links for pk in parties)
    countries: Counter[str] = Counter()
    departements: Counter[str] = Counter()
    for parties in links:
        seats = [atlas.places[pk] for pk in parties]
        countries.update({place.country for place in seats if place.country})
        departements.update({place.departement for place in seats if place.departement})
    return Tally(links, places, countries, departements)


def most_linked(atlas: Atlas, found: Tally, abroad: bool, most: int) -> list[tuple[Place, int]]:
    """The territories with the most partnerships, on one side, and how many."""
    side = [(atlas.places[pk], n) for pk, n in found.places.items()]
    kept = [(place, n) for place, n in side if bool(place.country) == abroad]
    return sorted(kept, key=lambda row: (-row[1], row[0].name))[:most]
