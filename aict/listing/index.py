"""Which rows carry which facet, in the memory of each process, exact at each request.

Rows stand in the order of their stamps; a changed row takes a new place at the end and leaves a
dead one behind. Readers work on a snapshot whose sets nobody changes: counting needs no lock."""

import threading
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.db import connection, models
from django.db.models import F, Func, Value

from aict.db import prepared
from aict.listing import bitsets
from aict.listing.places import PlacesMemory
from aict.search.extracts import MEMORY

# Asked at each request, and nothing else as long as nothing changes.
CLOCK = """
SELECT epoch, stamp, txid_current_if_assigned() IS NULL FROM listing_clock WHERE kind = %s
"""
# A transaction that has written reads its own uncommitted rows: what it sees is not kept.
READ = """
SELECT c.epoch, c.stamp, txid_current_if_assigned() IS NULL,
       r.id, r.stamp, r.archived_at IS NOT NULL, array_to_string(r.facets, ' ')
FROM listing_clock c LEFT JOIN {table} r ON r.stamp > %s
WHERE c.kind = %s ORDER BY r.stamp
"""
CODES = Func(F("facets"), Value(" "), function="array_to_string", output_field=models.TextField())
# Beyond these, building anew is quicker than catching up.
MOST_CHANGES, MOST_DEAD = 2_000, 5_000


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The rows of a list at one stamp. `bits[name][value]` is the set of rows with that facet."""

    epoch: int | None = None
    stamp: int = 0
    alive: int = 0
    bits: dict[str, dict[str, int]] = field(default_factory=dict)
    # Shared by the snapshots of one building: they grow, and a place is never given twice.
    ids: array = field(default_factory=lambda: array("q"))
    stamps: array = field(default_factory=lambda: array("q"))
    places: dict[int, int] = field(default_factory=dict)
    words: PlacesMemory = field(default_factory=PlacesMemory)
    # Of this snapshot alone: the counts of the whole list, once somebody asked.
    totals: dict[str, dict[str, int]] = field(default_factory=dict)
    # Of this snapshot alone: words nobody wrote, and the spelling that was meant.
    meant: dict[str, str] = field(default_factory=dict)

    def any_of(self, name: str, values: Iterable[str]) -> int:
        """Rows with one of `values` at least."""
        known = self.bits.get(name, {})
        found = 0
        for value in values:
            found |= known.get(value, 0)
        return found & self.alive

    def ids_of(self, rows: int) -> Iterator[int]:
        """The ids of a set of rows, the newest first."""
        return (self.ids[place] for place in bitsets.highest_first(rows))

    def of_ids(self, ids: Iterable[int]) -> int:
        """The set of rows `ids`; those not listed (any more) are left out."""
        places = (place for place in map(self.places.get, ids) if place is not None)
        return bitsets.of_positions(places, len(self.ids) + 1) & self.alive


class Index:
    """The index of one kind of list. `current()` is what every reader starts from."""

    def __init__(self, kind: str, model: type[models.Model]):
        self.kind = kind
        self.model = model
        self.read = READ.format(table=model._meta.db_table)
        self.lock = threading.Lock()
        self.kept: Snapshot | None = None

    def current(self) -> Snapshot:
        """Everything committed before this call, in one round trip when nothing changed."""
        seen = self.kept
        if seen is None:
            return self.build(seen)
        if self.clock()[:2] == (seen.epoch, seen.stamp):
            return seen
        with connection.cursor() as cursor:
            cursor.execute(self.read, [seen.stamp, self.kind])
            rows = cursor.fetchall()
        epoch, stamp, committed = rows[0][:3] if rows else (None, 0, True)
        if (epoch, stamp) == (seen.epoch, seen.stamp):
            return seen
        if epoch != seen.epoch or stamp < seen.stamp or not committed or len(rows) > MOST_CHANGES:
            return self.build(seen)
        with self.lock:
            # Another thread may have caught up meanwhile, and further than this one.
            if self.kept and self.kept.epoch == epoch and self.kept.stamp < stamp:
                self.kept = caught_up(self.kept, stamp, [row[3:] for row in rows if row[3]])
            mine = self.kept or seen
        live = mine.alive.bit_count()
        return self.build(mine) if len(mine.ids) > MOST_DEAD + live * 3 // 2 else mine

    def clock(self) -> tuple[int | None, int, bool]:
        """The epoch, the stamp, and whether all that this transaction sees is committed."""
        with prepared.cursor() as cursor:
            cursor.execute(CLOCK, [self.kind])
            return cursor.fetchone() or (None, 0, True)

    def build(self, seen: Snapshot | None) -> Snapshot:
        """Read everything, unless another thread did since `seen`."""
        with self.lock:
            if self.kept is seen:
                made, committed = self.read_all()
                if seen is not None and seen.epoch != made.epoch:
                    MEMORY.forget()  # labels changed: cards say them
                if committed:
                    self.kept = made
                return made
        return self.current()

    def read_all(self) -> tuple[Snapshot, bool]:
        """The clock is read first: what is committed meanwhile will be seen again."""
        epoch, stamp, committed = self.clock()
        rows = (
            self.model._base_manager.filter(archived_at=None, stamp__gt=0)
            .order_by("stamp")
            .values_list("id", "stamp", CODES)
            .iterator(chunk_size=2_000)
        )
        return built(epoch, stamp, rows), committed


def built(epoch, stamp, rows) -> Snapshot:
    """The snapshot of `rows` (id, stamp, codes), in the order of their stamps."""
    made = Snapshot(epoch, stamp)
    positions: dict[str, array] = defaultdict(lambda: array("L"))
    for place, (row_id, row_stamp, codes) in enumerate(rows):
        made.ids.append(row_id)
        made.stamps.append(row_stamp)
        made.places[row_id] = place
        for code in codes.split():
            positions[code].append(place)
    size = len(made.ids)
    for code in sorted(positions):
        name, _, value = code.partition(":")
        bits = bitsets.of_positions(positions.pop(code), size)
        made.bits.setdefault(name, {})[value] = bits
    return replace(made, alive=(1 << size) - 1)


def caught_up(seen: Snapshot, stamp: int, rows) -> Snapshot:
    """`seen` and its changed `rows` (id, stamp, archived, codes)."""
    bits = {name: dict(values) for name, values in seen.bits.items()}
    alive = seen.alive
    for row_id, row_stamp, archived, codes in rows:
        before = seen.places.get(row_id)
        if before is not None:
            if seen.stamps[before] >= row_stamp:
                continue
            alive &= ~(1 << before)
        if archived:
            seen.places.pop(row_id, None)
            continue
        place = len(seen.ids)
        seen.ids.append(row_id)
        seen.stamps.append(row_stamp)
        seen.places[row_id] = place
        alive |= 1 << place
        for code in codes.split():
            name, _, value = code.partition(":")
            values = bits.setdefault(name, {})
            values[value] = values.get(value, 0) | 1 << place
    return replace(seen, stamp=stamp, alive=alive, bits=bits, totals={}, meant={})
