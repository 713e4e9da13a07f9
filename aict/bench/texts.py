"""French-looking texts, the same for the same seed: frequent words are frequent, rare ones rare."""

import random
from bisect import bisect
from itertools import accumulate
from pathlib import Path

WORDS = Path(__file__).with_name("words.txt")


class Vocabulary:
    """Draws words after Zipf's law: the nth is n times less frequent than the first."""

    def __init__(self, towns: list[str], seed: int = 1):
        self.chance = random.Random(seed)  # noqa: S311
        self.lists = {name: (words, cumulated(len(words))) for name, words in sections()}
        self.lists["communes"] = (towns, cumulated(len(towns)))

    def draw(self, name: str) -> str:
        words, weights = self.lists[name]
        return words[bisect(weights, self.chance.random() * weights[-1])]

    def sentence(self) -> str:
        draw, chance = self.draw, self.chance.random
        words = [draw("noms"), draw("verbes"), draw("noms")]
        if chance() < 0.6:
            words.append(draw("adjectifs"))
        if chance() < 0.7:
            words += [draw("liens"), draw("noms")]
        if chance() < 0.15:
            words += ["à", draw("communes")]
        if chance() < 0.3:
            words += [draw("suites"), draw("verbes"), draw("noms")]
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def text(self, length: int) -> str:
        """Sentences up to `length` characters."""
        sentences, size = [], 0
        while size < length - 90:
            sentences.append(self.sentence())
            size += len(sentences[-1]) + 1
        return " ".join(sentences)

    def query(self) -> str:
        """One to three words somebody would look for."""
        names = self.chance.choices(("noms", "adjectifs", "communes"), (6, 2, 1), k=3)
        words = [self.draw(name).split("’")[-1].split(" ")[-1] for name in names]
        return " ".join(words[: self.chance.choice((1, 1, 2, 2, 3))])


def sections() -> list[tuple[str, list[str]]]:
    lines = [line for line in WORDS.read_text().splitlines() if not line.startswith("#")]
    return [(name, words.split(";")) for name, words in zip(lines[0::2], lines[1::2], strict=True)]


def cumulated(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 1) for rank in range(count)))
