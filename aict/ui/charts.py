"""Lengths of the horizontal bars that templates/components/chart.html draws."""

from collections.abc import Sequence
from typing import NamedTuple


class Bar(NamedTuple):
    label: str
    shown: str
    category: str
    share: str  # per cent, with a point whatever the language


def bar_chart(rows: Sequence[tuple], maximum: float = 0) -> list[Bar]:
    """rows: (label, value, words shown, category or ""). Bars are measured against `maximum`,
    or against the largest value."""
    top = maximum or max((row[1] for row in rows), default=0) or 1
    return [
        Bar(label, shown, category, f"{100 * min(value / top, 1):.1f}")
        for label, value, shown, category in rows
    ]
