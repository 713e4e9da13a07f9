"""What every search of this app answers."""

from typing import NamedTuple

SIZE = 10


class Suggestion(NamedTuple):
    """`key`: what a form keeps, shown as `label`. `detail`: what tells namesakes apart. `exact`: what
    was typed is one of its names."""

    key: str
    name: str
    detail: str
    label: str
    exact: bool = False


def label_of(name: str, detail: str) -> str:
    """« Grenoble (Commune · Isère) »."""
    return f"{name} ({detail})" if detail else name
