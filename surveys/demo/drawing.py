"""Draws of the demonstration: the same on every machine, since each begins from a written seed."""

import random
from collections.abc import Iterable, Mapping


class Draw:
    """Everything one fictional respondent chooses, from a seed."""

    def __init__(self, seed: str):
        self.chance = random.Random(seed)  # noqa: S311 - fiction, not a secret

    def happens(self, probability: float) -> bool:
        return self.chance.random() < probability

    def one(self, weights: Mapping[str, float]) -> str:
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def step(self, mean: float, options: list[str], spread: float = 0.9) -> str:
        """The option nearest to a draw around `mean`, the first option being at 0."""
        place = round(self.chance.gauss(mean, spread))
        return options[max(0, min(len(options) - 1, place))]

    def several(self, weights: Mapping[str, float], most: int, none: str = "") -> list[str]:
        """Each with its own probability; `none` when nothing was drawn."""
        found = [name for name, weight in weights.items() if self.happens(weight)][:most]
        return found or ([none] if none else [])

    def ranked(self, weights: Mapping[str, float], most: int) -> list[str]:
        """The first ones in order of preference, the heaviest more often first."""
        left, found = dict(weights), []
        while left and len(found) < most:
            found.append(self.one(left))
            del left[found[-1]]
        return found

    def grid(self, means: Mapping[str, float], options: list[str], add: float = 0) -> dict:
        return {row: self.step(mean + add, options) for row, mean in means.items()}


def without(weights: Mapping[str, float], names: Iterable[str]) -> dict[str, float]:
    return {name: weight for name, weight in weights.items() if name not in set(names)}
