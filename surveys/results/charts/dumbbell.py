"""Two shares of each row on one scale of 0 to 100, and the distance between them: the chart to show first."""

from collections.abc import Sequence
from dataclasses import dataclass

from aict.ui.numbers import percent
from aict.ui.typography import NBSP
from surveys.results.charts.canvas import Canvas, wrapped
from surveys.results.charts.chart import UNTOLD

PAD, SIDE, HIGH = 46.0, 112.0, 74.0


@dataclass(frozen=True)
class Pair:
    label: str
    category: str | None
    before: float | None
    after: float | None

    @property
    def gap(self) -> int | None:
        """In points, between the shares as they are shown."""
        if self.before is None or self.after is None:
            return None
        return round(self.after) - round(self.before)


def points(gap: int | None) -> str:
    """« +26 points », « −1 point », « 0 point »."""
    if gap is None:
        return UNTOLD
    sign = "+" if gap > 0 else "−" if gap < 0 else ""
    return f"{sign}{abs(gap)}{NBSP}point{'s' if abs(gap) > 1 else ''}"


def dumbbell(canvas: Canvas, y: float, rows: Sequence[Pair], keys: tuple[str, str]) -> float:
    """keys: what the hollow shape and the full one say."""
    y = key(canvas, y, keys)
    side = SIDE if canvas.wide else 0
    left, right = PAD, canvas.width - side - PAD
    top = y
    for row in rows:
        y = head(canvas, y, row)
        middle = y + 21
        for tick in (0, 25, 50, 75, 100):
            x = left + (right - left) * tick / 100
            canvas.line(x, middle - 17, x, middle + 17, "rule")
        drawn(canvas, row, left, (right - left) / 100, middle)
        y = middle + 34
    for tick in (0, 50, 100):
        x = left + (right - left) * tick / 100
        canvas.text(x, y, percent(tick), 12, ink="soft", anchor="middle")
    canvas.reach(max(y + 6, top))
    return y + 16


def head(canvas: Canvas, y: float, row: Pair) -> float:
    """The label of the row and, at its right, the distance."""
    room = canvas.width - 30 - (SIDE if canvas.wide else 92)
    canvas.shape(8, y + 10, 14, shape_of(row), ink_of(row))
    foot = y
    for line in wrapped(row.label, room, 15, bold=True):
        foot += 20
        canvas.text(26, foot - 5, line, 15, bold=True)
    told = points(row.gap)
    size = 12.5 if row.gap is None else 22 if canvas.wide else 17
    canvas.text(
        canvas.width,
        y + 16,
        told,
        size,
        ink_of(row),
        "end",
        bold=row.gap is not None,
        serif=row.gap is not None,
    )
    return foot + 2


def drawn(canvas: Canvas, row: Pair, left: float, scale: float, middle: float) -> None:
    ink = ink_of(row)
    known = [(s, hollow) for s, hollow in ((row.before, True), (row.after, False)) if s is not None]
    if len(known) == 2:
        low, high = sorted(share for share, _ in known)
        canvas.rect(left + low * scale, middle - 5, (high - low) * scale, 10, ink, 0.28, 5)
    for share, hollow in known:
        canvas.shape(left + share * scale, middle, 19, shape_of(row), ink, hollow)
    for place, (share, hollow) in enumerate(sorted(known)):
        first = place == 0 and len(known) == 2
        x = left + share * scale + (-14 if first else 14)
        words = percent(round(share))
        canvas.text(
            x,
            middle + 5,
            words,
            14,
            "soft" if hollow else "ink",
            "end" if first else "start",
            bold=not hollow,
        )


def shape_of(row: Pair) -> str:
    """A disc where rows belong to no category."""
    return "cooperation" if row.category is None else row.category


def ink_of(row: Pair) -> str:
    return "brand" if row.category is None else row.category or "soft"


def key(canvas: Canvas, y: float, keys: tuple[str, str]) -> float:
    for words, hollow in zip(keys, (True, False), strict=True):
        canvas.shape(8, y + 9, 13, "cooperation", "ink", hollow)
        y = canvas.block(26, y, words, canvas.width - 26, 13.5, ink="soft") + 3
    return y + 14
