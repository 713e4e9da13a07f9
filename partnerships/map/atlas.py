"""Who takes part in which published partnership, and where they stand; kept as long as nothing changes."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import connection

from aict.listing.index import Snapshot

PARTIES = """
SELECT l.partnership_id, array_agg(l.territory_id ORDER BY l.territory_id)
FROM partnerships_partnership_parties l JOIN partnerships_partnership p ON p.id = l.partnership_id
WHERE p.archived_at IS NULL GROUP BY 1
"""
# A foreign region has no point of its own: the mean of its towns, else that of its country.
PLACES = """
SELECT t.id, t.key, t.name, CASE WHEN t.level = 'etranger' THEN t.country_id ELSE '' END,
       CASE WHEN t.level = 'departement' THEN t.code ELSE coalesce(d.code, '') END,
       coalesce(t.longitude, m.longitude, c.longitude), coalesce(t.latitude, m.latitude, c.latitude)
FROM territories_territory t
JOIN territories_country c ON c.code = t.country_id
LEFT JOIN territories_territory d ON d.id = t.departement_id
LEFT JOIN LATERAL (
  SELECT avg(town.longitude) AS longitude, avg(town.latitude) AS latitude
  FROM territories_territory town WHERE town.region_id = t.id AND t.latitude IS NULL
) m ON t.latitude IS NULL
WHERE t.id = ANY(%s) ORDER BY t.key
"""
MOST_KEPT = 40


class Place(NamedTuple):
    """A territory that takes part. `country` is empty in France, `departement` abroad."""

    pk: int
    key: str
    name: str
    country: str
    departement: str
    longitude: float | None
    latitude: float | None


@dataclass(frozen=True)
class Atlas:
    parties: dict[int, tuple[int, ...]]
    places: dict[int, Place]
    # What was made of it for some filters: gone with it when anything changes.
    made: dict = field(default_factory=dict)

    def place(self, key: str) -> Place | None:
        return self.by_key.get(key)

    @property
    def by_key(self) -> dict[str, Place]:
        return self.remembered("by_key", lambda: {p.key: p for p in self.places.values()})

    def links_of(self, pk: int) -> list[int]:
        """The partnerships of a territory."""
        return self.links.get(pk, [])

    @property
    def links(self) -> dict[int, list[int]]:
        """{territory: its partnerships}"""
        return self.remembered("links", lambda: turned(self.parties))

    def remembered(self, name, make):
        """What `make()` gives, made once per `name`."""
        if name not in self.made:
            if len(self.made) >= MOST_KEPT:
                self.made.clear()
            self.made[name] = make()
        return self.made[name]


def turned(parties: dict[int, tuple[int, ...]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for partnership, territories in parties.items():
        for pk in territories:
            found.setdefault(pk, []).append(partnership)
    return found


_kept: tuple[Snapshot | None, Atlas] = (None, Atlas({}, {}))


def atlas_of(snapshot: Snapshot) -> Atlas:
    """The atlas of the partnerships of that snapshot of their list."""
    global _kept
    seen, atlas = _kept
    if seen is None or seen.ids is not snapshot.ids or seen.stamp != snapshot.stamp:
        atlas = read()
        _kept = snapshot, atlas
    return atlas


def read() -> Atlas:
    with connection.cursor() as cursor:
        cursor.execute(PARTIES)
        parties = {pk: tuple(ids) for pk, ids in cursor.fetchall()}
        cursor.execute(PLACES, [sorted({pk for ids in parties.values() for pk in ids})])
        places = {row[0]: Place(*row) for row in cursor.fetchall()}
    return Atlas(parties, places)
