"""What is made of an edition and is no page (files, figures), kept by each process under its key."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from aict.ui import kept as pieces

Made = TypeVar("Made")
MOST = 30
_kept: OrderedDict[Hashable, object] = OrderedDict()
_lock = Lock()


def kept(key: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` gave the first time for that key."""
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]  # type: ignore[return-value]
    made = make()
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made


def forget() -> None:
    """Start anew: what is kept belongs to one database."""
    pieces.forget()
    with _lock:
        _kept.clear()
