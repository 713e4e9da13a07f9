"""Sets of row positions as Python integers: bit n is set when row n belongs. Pure functions."""

from collections.abc import Iterable, Iterator

CHUNK = 128  # bytes looked at together: empty stretches are skipped at once


def of_positions(positions: Iterable[int], size: int) -> int:
    """The set of `positions`, all below `size`."""
    data = bytearray(size // 8 + 1)
    for position in positions:
        data[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(data, "little")


def highest_first(bits: int, skip: int = 0) -> Iterator[int]:
    """Positions of `bits` from the highest down, after the first `skip` of them."""
    data = bits.to_bytes(bits.bit_length() // 8 + 1, "little")
    for start in range(len(data) // CHUNK * CHUNK, -1, -CHUNK):
        chunk = int.from_bytes(data[start : start + CHUNK], "little")
        inside = chunk.bit_count()
        if inside <= skip:
            skip -= inside
            continue
        while chunk:
            position = chunk.bit_length() - 1
            chunk ^= 1 << position
            if skip:
                skip -= 1
            else:
                yield start * 8 + position


def by_hits(inside: int, sets: Iterable[int]) -> list[int]:
    """`inside` cut into sets of rows found in the most of `sets` first; empty cuts are left out."""
    cuts = [inside]
    for bits in sets:
        cuts.append(0)
        for hits in range(len(cuts) - 1, 0, -1):
            cuts[hits] = (cuts[hits] & ~bits) | (cuts[hits - 1] & bits)
        cuts[0] &= ~bits
    return [cut for cut in reversed(cuts) if cut]
