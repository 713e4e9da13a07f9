"""Answers in order, from what is refused at the left to what is wanted at the right of one line."""

from collections.abc import Sequence

from aict.ui.numbers import percent
from surveys.results.charts.canvas import Canvas
from surveys.results.charts.chart import UNTOLD
from surveys.results.charts.lanes import Key, inked, lane, legend

Share = float | None
# Depth of the ink of each step, first to last, for each number of steps.
RAMPS = {
    2: (0.2, 1.0),
    3: (0.08, 0.35, 1.0),
    4: (0.08, 0.22, 0.45, 1.0),
    5: (0.08, 0.2, 0.35, 0.5, 1.0),
}


def ramp(steps: int) -> tuple[float, ...]:
    return RAMPS.get(steps) or tuple(0.08 + 0.92 * n / max(steps - 1, 1) for n in range(steps))


def diverging(
    canvas: Canvas,
    y: float,
    steps: Sequence[str],
    rows: Sequence[tuple[str, str | None, Sequence[Share]]],
) -> float:
    """rows: (label, category, share of each step). An odd middle step sits astride the line."""
    depths = ramp(len(steps))
    y = legend(canvas, y, [Key(s, "ink", d) for s, d in zip(steps, depths, strict=True)])
    left = max((before(shares) for _, _, shares in rows), default=0)
    right = max((100 - before(shares) for _, _, shares in rows), default=100)
    span, top, axis = max(left + right, 1), y, 0.0
    for label, category, shares in rows:
        found = lane(canvas, y, label, category, thick=26)
        axis = found.x + found.width * left / span
        if any(share is None for share in shares):
            canvas.text(found.x, found.middle + 5, UNTOLD, 13, ink="soft")
        else:
            x = axis - found.width * before(shares) / span
            segments(canvas, x, found.middle, found.width / span, shares, depths, inked(category))
        y = found.bottom + 14
        if not canvas.wide:
            canvas.line(axis, found.middle - 16, axis, found.middle + 16, "ink", 1.5)
    if canvas.wide and rows:
        canvas.line(axis, top - 6, axis, y - 6, "ink", 1.5)
    return y


def before(shares: Sequence[Share]) -> float:
    """What stands at the left of the line."""
    half = len(shares) // 2
    astride = (shares[half] or 0) / 2 if len(shares) % 2 else 0
    return sum(share or 0 for share in shares[:half]) + astride


def segments(canvas: Canvas, x, middle, scale, shares, depths, ink) -> None:
    for share, depth in zip(shares, depths, strict=True):
        span = (share or 0) * scale
        canvas.rect(x, middle - 13, max(span - 1.5, 0), 26, ink, depth)
        if depth < 0.3:
            canvas.frame(x, middle - 13, max(span - 1.5, 0), 26, ink)
        if span > 34:
            words = percent(round(share or 0))
            within = "surface" if depth > 0.7 else "ink"
            canvas.text(x + span / 2, middle + 4.5, words, 12.5, within, "middle")
        x += span


def whole(canvas: Canvas, y: float, steps: Sequence[str], shares: Sequence[Share]) -> float:
    """One row for one question: columns side by side, each as high as its share."""
    high, gap, count = 120.0, 8.0, len(steps)
    wide = min((canvas.width - gap * (count - 1)) / max(count, 1), 120)
    longest = max((share or 0 for share in shares), default=0) or 100
    foot = y + high + 22
    for place, (step, share) in enumerate(zip(steps, shares, strict=True)):
        x = place * (wide + gap)
        tall = high * (share or 0) / longest
        canvas.rect(x, foot - max(tall, 1), wide, max(tall, 1), "brand", 1)
        words = UNTOLD if share is None else percent(round(share))
        size = 10.5 if share is None and wide < 90 else 14
        canvas.text(x + wide / 2, foot - tall - 7, words, size, anchor="middle", bold=True)
        canvas.block(x, foot + 4, step, wide, 12.5, ink="soft")
    return canvas.height + 8
