"""Where words stand, kept packed: a set of a hundred thousand rows is often a few hundred bytes."""

import threading
import zlib
from dataclasses import dataclass

MOST = 8_000_000  # bytes kept per list


@dataclass(frozen=True, slots=True)
class Places:
    """Rows that hold a word, stamped up to `stamp`: anywhere, in the lead, in the title."""

    stamp: int = 0
    anywhere: int = 0
    lead: int = 0
    title: int = 0


class PlacesMemory:
    """The places of the words asked lately. The oldest leave when there are too many bytes."""

    def __init__(self, most: int = MOST):
        self.most = most
        self.lock = threading.Lock()
        self.kept: dict[str, tuple[int, bytes, bytes, bytes]] = {}
        self.size = 0

    def get(self, word: str) -> Places:
        """What is known of `word`; of a word never asked, nothing up to stamp 0."""
        found = self.kept.get(word)
        return Places(found[0], *map(unpacked, found[1:])) if found else Places()

    def keep(self, word: str, places: Places) -> None:
        sets = packed(places.anywhere), packed(places.lead), packed(places.title)
        with self.lock:
            self._forget(word)
            self.kept[word] = (places.stamp, *sets)
            self.size += sum(map(len, sets))
            while self.size > self.most and len(self.kept) > 1:
                self._forget(next(iter(self.kept)))

    def _forget(self, word: str) -> None:
        for part in self.kept.pop(word, (0,))[1:]:
            self.size -= len(part)


def packed(bits: int) -> bytes:
    return zlib.compress(bits.to_bytes(bits.bit_length() // 8 + 1, "little"), 1)


def unpacked(data: bytes) -> int:
    return int.from_bytes(zlib.decompress(data), "little")
