"""Drawings made of one lane for each row: its label, then bars, segments or points on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from aict.ui.numbers import percent
from surveys.results.charts.canvas import Canvas, width_of, wrapped
from surveys.results.charts.chart import UNTOLD

LABEL, SIZE, LINE = 236, 14.0, 18.0


@dataclass(frozen=True)
class Lane:
    """Where a row may draw: from `x`, over `width`, around the height `middle`."""

    x: float
    width: float
    top: float
    middle: float
    bottom: float

    def at(self, share: float) -> float:
        return self.x + self.width * share / 100


@dataclass(frozen=True)
class Key:
    """An entry of a legend."""

    label: str
    ink: str = "brand"
    opacity: float = 1.0
    hollow: bool = False


@dataclass(frozen=True)
class Bar:
    """A row: `parts` are (share, depth) side by side; `told` is written after them."""

    label: str
    parts: tuple[tuple[float | None, float], ...]
    told: str
    category: str | None = None  # None: rows of this chart belong to no category


def lane(
    canvas: Canvas, y: float, label: str, category: str | None = None, thick: float = 20
) -> Lane:
    """Writes the label at the left (above, on a narrow canvas) and gives the rest."""
    indent = 20 if category is not None else 0
    room = (LABEL if canvas.wide else canvas.width) - indent - 12
    lines = wrapped(label, room, SIZE)
    tall = len(lines) * LINE
    top = y + max(0, (thick - tall) / 2) if canvas.wide else y
    for place, line in enumerate(lines):
        canvas.text(indent, top + place * LINE + 13.5, line, SIZE)
    if category is not None:
        canvas.shape(7, top + 9, 12, category)
    if canvas.wide:
        height = max(thick, tall)
        return Lane(LABEL, canvas.width - LABEL, y, y + height / 2, y + height)
    start = y + tall + 3
    return Lane(0, canvas.width, y, start + thick / 2, start + thick)


def bars(canvas: Canvas, y: float, rows: Sequence[Bar], keys: Sequence[Key] = ()) -> float:
    """Bars measured against the longest one."""
    y = legend(canvas, y, keys)
    tell = 12 + max((width_of(row.told, 13, bold=True) for row in rows), default=0)
    longest = max((sum(s or 0 for s, _ in row.parts) for row in rows), default=0) or 100
    for row in rows:
        found = lane(canvas, y, row.label, row.category)
        x, scale = found.x, (found.width - tell) / longest
        for share, depth in row.parts:
            canvas.rect(x, found.middle - 8, (share or 0) * scale, 16, inked(row.category), depth)
            x += (share or 0) * scale + (1.5 if share and len(row.parts) > 1 else 0)
        hushed = row.told == UNTOLD
        ink = "soft" if hushed else "ink"
        canvas.text(x + 8, found.middle + 5, row.told, 13, ink, bold=not hushed)
        y = found.bottom + 9
    canvas.reach(y - 6)
    return y


def pairs(
    canvas: Canvas,
    y: float,
    rows: Sequence[tuple[str, float | None, float | None]],
    keys: Sequence[Key],
) -> float:
    """Two bars for each row, the first one hollow, on one scale."""
    y = legend(canvas, y, keys)
    longest = max((s for _, *both in rows for s in both if s is not None), default=0) or 100
    for label, before, after in rows:
        found = lane(canvas, y, label, thick=32)
        scale = (found.width - 62) / longest
        for share, top, hollow in ((before, -15, True), (after, 2, False)):
            span = (share or 0) * scale
            if hollow:
                canvas.frame(found.x, found.middle + top, span, 13, "strong")
            else:
                canvas.rect(found.x, found.middle + top, span, 13, "brand")
            words = UNTOLD if share is None else percent(round(share))
            ink = "soft" if hollow or share is None else "ink"
            y_text = found.middle + top + 11
            bold = not hollow and share is not None
            canvas.text(found.x + span + 7, y_text, words, 12.5, ink=ink, bold=bold)
        y = found.bottom + 11
    return y


def legend(canvas: Canvas, y: float, keys: Sequence[Key]) -> float:
    x, start = 0.0, y
    for key in keys:
        wide = 20 + width_of(key.label, 13)
        if x and x + wide > canvas.width:
            x, y = 0.0, y + 22
        if key.hollow:
            canvas.frame(x, y, 13, 13, "strong")
        else:
            canvas.rect(x, y, 13, 13, key.ink, key.opacity)
            canvas.frame(x, y, 13, 13, key.ink)
        foot = canvas.block(x + 19, y - 3.5, key.label, canvas.width - 20, 13, ink="soft")
        y += max(0, foot - y - 20)
        x += wide + 18
    return canvas_end(start, y, bool(keys))


def canvas_end(start: float, y: float, drawn: bool) -> float:
    return y + 30 if drawn else start


def inked(category: str | None) -> str:
    """The ink of a row: of its category; slate for none among categories; that of the site otherwise."""
    return "brand" if category is None else category or "soft"
