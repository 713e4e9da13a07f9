"""How many rows each value of each facet would give. Exact; a facet ignores its own choice."""

from collections.abc import Mapping

from aict.listing.index import Snapshot

Counts = Mapping[str, Mapping[str, int]]


def chosen(snapshot: Snapshot, values: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """The rows each filter keeps."""
    return {name: snapshot.any_of(name, asked) for name, asked in values.items()}


def kept_by_all(rows: int, kept: Mapping[str, int], but: str = "") -> int:
    """`rows` kept by every filter, or by every filter but one."""
    for name, bits in kept.items():
        if name != but:
            rows &= bits
    return rows


def counts(snapshot: Snapshot, rows: int, kept: Mapping[str, int]) -> Counts:
    """Rows of `rows` by facet and value; values that no row carries are left out."""
    whole = not kept and rows == snapshot.alive
    if whole and snapshot.totals:
        return snapshot.totals
    base = kept_by_all(rows, kept)
    found: dict[str, dict[str, int]] = {}
    for name, values in snapshot.bits.items():
        mask = kept_by_all(rows, kept, name) if name in kept else base
        found[name] = {value: (bits & mask).bit_count() for value, bits in values.items()}
    if whole:
        snapshot.totals.update(found)  # all at once: other threads see nothing or everything
    return found
