"""How much two names are alike and how far two points are. Pure."""

from difflib import SequenceMatcher
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

SMALL = {
    *"am an and auf aux bei da das de dei del della delle der des di do du el en et im in la las le".split(),
    *"les los of on op sous sul sur the und under upon van von y zu zum zur".split(),
}
SAME, JOINED, PART, LONGER, ENDING = 1.0, 0.97, 0.9, 0.85, 0.83
# « Windsor and Maidenhead » is neither Windsor nor Maidenhead.
TOGETHER = {"and", "et", "und"}
EARTH, TOO_FAR = 6371.0, 0.55


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Along the surface of the Earth."""
    (lat_a, long_a), (lat_b, long_b) = ((radians(x), radians(y)) for x, y in (a, b))
    arc = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((long_b - long_a) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(arc)))


@lru_cache(maxsize=100_000)
def likeness(asked: str, known: str) -> float:
    """1 for the same name, 0.97 but for its spaces, 0.9 when it is a part of the known one, 0.85 when it
    holds the known one, 0.83 when one ends like the other; less when letters differ. Both normalised."""
    if asked == known:
        return SAME
    if asked.replace(" ", "") == known.replace(" ", ""):
        return JOINED
    mine, other = words(asked), words(known)
    if mine == other:
        return JOINED
    if TOGETHER & set(asked.split()):
        return min(0.69, by_letters(mine, other))
    if mine[: len(other)] == other:
        return LONGER
    if other[: len(mine)] == mine:
        return PART
    if mine[-len(other) :] == other or other[-len(mine) :] == mine:
        return ENDING
    return min(0.82, by_letters(mine, other))


def words(name: str) -> tuple[str, ...]:
    """Without « de », « am », « sur » …"""
    every = name.split()
    return tuple(word for word in every if word not in SMALL) or tuple(every)


def by_letters(mine: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Likeness of the whole, and of the first words: Castelnuovo di Garfagnana is not Castiglione di
    Garfagnana."""
    first = SequenceMatcher(None, mine[0], other[0], autojunk=False).ratio() + 0.1
    if first < TOO_FAR:
        return first
    return min(first, SequenceMatcher(None, "".join(mine), "".join(other), autojunk=False).ratio())
