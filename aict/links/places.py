"""Where our pages point elsewhere. Rooms declare it in one plain function each; links only asks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One link on one page: its address, the page's title and path, and whose page it is."""

    url: str
    title: str
    page: str
    contribution_id: int | None = None


_sources: dict[str, Callable[[], Iterable[Place]]] = {}


def register(name: str, places: Callable[[], Iterable[Place]]) -> None:
    """`places()` yields every link on line of one kind of page."""
    _sources[name] = places


def everywhere() -> list[Place]:
    return [place for places in _sources.values() for place in places() if place.url]
