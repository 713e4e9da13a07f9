"""The shape of an item in words, whatever its kind."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Told:
    """`facts` are (label, words), those that are known; `figures` (value, what it counts)."""

    noun: str
    category: str
    title: str
    url: str
    idea: str
    who: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    figures: list[tuple[str, str]] = field(default_factory=list)
    fictional: bool = False


def known(*facts: tuple[str, str]) -> list[tuple[str, str]]:
    return [(label, words) for label, words in facts if words]
