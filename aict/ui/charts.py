"""Geometry of the horizontal bar chart that templates/components/chart.html draws."""

from collections.abc import Sequence
from typing import NamedTuple

WIDTH = 640
ROW = 46
BAR = 14


class Bar(NamedTuple):
    label: str
    value: float
    shown: str
    category: str
    length: str  # a number with a point, whatever the language
    y: int

    @property
    def text_y(self) -> int:
        return self.y - 7


class BarChart(NamedTuple):
    bars: list[Bar]
    height: int
    width: int = WIDTH
    thickness: int = BAR


def bar_chart(rows: Sequence[tuple], maximum: float = 0) -> BarChart:
    """rows: (label, value, words shown, category or ""). Bars are measured against `maximum`,
    or against the largest value."""
    top = maximum or max((row[1] for row in rows), default=0) or 1
    bars = [
        Bar(label, value, shown, category, f"{WIDTH * min(value / top, 1):.1f}", n * ROW + 24)
        for n, (label, value, shown, category) in enumerate(rows)
    ]
    return BarChart(bars, max(len(bars), 1) * ROW)
