"""Shares in a grid, and small drawings side by side: what many rows and many columns need."""

from collections.abc import Sequence

from aict.ui.numbers import percent
from surveys.results.charts.canvas import Canvas, wrapped
from surveys.results.charts.chart import UNTOLD
from surveys.results.charts.lanes import inked, lane

Share = float | None
# title, category, then (label, share) for each bar
Panel = tuple[str, str | None, Sequence[tuple[str, Share]]]


def heat(canvas: Canvas, y: float, heads: Sequence[str], panels: Sequence[Panel]) -> float:
    """A table whose cells are as deep as their share; panels on a narrow canvas."""
    if not canvas.wide:
        return small(canvas, y, panels)
    wide = (canvas.width - 236) / max(len(heads), 1)
    lines = [wrapped(head, wide - 8, 12.5) for head in heads]
    tall = max((len(one) for one in lines), default=0) * 16
    for place, one in enumerate(lines):
        for n, line in enumerate(one):
            foot = y + tall - (len(one) - n - 1) * 16 - 4
            canvas.text(236 + (place + 0.5) * wide, foot, line, 12.5, "soft", "middle")
    y += tall + 6
    for title, category, cells in panels:
        found = lane(canvas, y, title, category, thick=40)
        for place, (_, share) in enumerate(cells):
            cell(canvas, found.x + place * wide, found.middle - 20, wide, share, inked(category))
        y = found.bottom + 4
    return y + 4


def cell(canvas: Canvas, x: float, y: float, wide: float, share: Share, ink: str) -> None:
    depth = 0.04 + 0.5 * min((share or 0) / 60, 1)
    canvas.rect(x + 2, y, wide - 4, 40, ink, depth)
    words, size = (UNTOLD, 10.5) if share is None else (percent(round(share)), 15)
    canvas.text(x + wide / 2, y + 25, words, size, anchor="middle", bold=share is not None)


def small(canvas: Canvas, y: float, panels: Sequence[Panel], columns: int = 1) -> float:
    """Panels of bars, all on one scale, `columns` abreast."""
    gap = 28.0
    wide = (canvas.width - gap * (columns - 1)) / columns
    top = max((s or 0 for _, _, cells in panels for _, s in cells), default=0) or 100
    for start in range(0, len(panels), columns):
        feet = [
            panel(canvas, place * (wide + gap), y, wide, one, top)
            for place, one in enumerate(panels[start : start + columns])
        ]
        y = max(feet) + 18
    canvas.reach(y - 10)
    return y


def panel(canvas: Canvas, x: float, y: float, wide: float, drawn: Panel, top: float) -> float:
    title, category, cells = drawn
    indent = 18 if category is not None else 0
    if category is not None:
        canvas.shape(x + 6, y + 9, 12, category)
    y = canvas.block(x + indent, y, title, wide - indent, 14, bold=True) + 4
    label = min(wide * 0.5, 164)
    for words, share in cells:
        lines = wrapped(words, label - 6, 12.5)
        for n, line in enumerate(lines):
            canvas.text(x, y + 13 + n * 15, line, 12.5, ink="soft")
        span = (wide - label - 44) * (share or 0) / top
        canvas.rect(x + label, y + 3, span, 12, inked(category))
        told, size = (UNTOLD, 11) if share is None else (percent(round(share)), 12.5)
        canvas.text(x + label + span + 5, y + 13.5, told, size)
        y += max(len(lines) * 15, 15) + 5
    return y
