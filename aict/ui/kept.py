"""Pieces of pages that are the same for every reader, kept by each process under the version of what they
show: another version, another key. Nothing that belongs to one person may be kept.

See docs/decisions/morceaux-de-pages-gardes.md."""

import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST_BYTES = 4_000_000
# What a key and its place cost, near enough.
PLACE = 500
# No text of ours holds it: PostgreSQL keeps none.
BETWEEN = "\0"
_kept: OrderedDict[Hashable, bytes] = OrderedDict()
_lock = Lock()
_size = 0


def pieces(version: Hashable, make: Callable[[], Sequence[str]]) -> list[SafeString]:
    """The safe HTML that `make` gave the first time for that version, in the language of the request.

    `version` tells all that changes the pieces, and is read before them."""
    key = version, get_language()
    with _lock:
        found = _kept.get(key)
        if found is not None:
            _kept.move_to_end(key)
    if found is None:
        html = BETWEEN.join(make())
        keep(key, zlib.compress(html.encode()))
    else:
        html = zlib.decompress(found).decode()
    return [mark_safe(piece) for piece in html.split(BETWEEN)]


def keep(key: Hashable, packed: bytes) -> None:
    """Those that nobody has read for the longest time leave first."""
    global _size
    if settings.DEBUG:  # templates change under a running process
        return
    with _lock:
        _size -= weight(_kept.pop(key, None))
        _kept[key] = packed
        _size += weight(packed)
        while _size > MOST_BYTES:
            _size -= weight(_kept.popitem(last=False)[1])


def weight(packed: bytes | None) -> int:
    return 0 if packed is None else len(packed) + PLACE


def forget() -> None:
    """Start anew: what is kept belongs to one database."""
    global _size
    with _lock:
        _kept.clear()
        _size = 0
