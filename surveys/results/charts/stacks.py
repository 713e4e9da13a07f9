"""Answers in order, from what is refused at the left to what is wanted at the right of one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from aict.ui.numbers import percent
from surveys.results.charts.canvas import Canvas, width_of
from surveys.results.charts.chart import UNTOLD
from surveys.results.charts.lanes import Bar, Key, bars, inked, lane, legend

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


@dataclass(frozen=True)
class Part:
    """Steps told together, from `first` to `last`; most often one."""

    first: int
    last: int
    share: Share

    def before(self, half: float) -> float:
        """What of it stands at the left of the line; steps told together are taken as even."""
        wide = self.last - self.first + 1
        return (self.share or 0) * min(max((half - self.first) / wide, 0), 1)


def diverging(
    canvas: Canvas,
    y: float,
    steps: Sequence[str],
    rows: Sequence[tuple[str, str | None, Sequence[Part]]],
) -> float:
    """rows: (label, category, parts). An odd middle step sits astride the line."""
    depths, half = ramp(len(steps)), len(steps) / 2
    y = legend(canvas, y, [Key(s, "ink", d) for s, d in zip(steps, depths, strict=True)])
    lefts = [sum(part.before(half) for part in parts) for _, _, parts in rows]
    left, right = max(lefts, default=0), max((100 - one for one in lefts), default=100)
    span = max(left + right, 1)
    for (label, category, parts), at_left in zip(rows, lefts, strict=True):
        found = lane(canvas, y, label, category, thick=26)
        axis = found.x + found.width * left / span
        if any(part.share is None for part in parts):
            canvas.text(found.x, found.middle + 5, UNTOLD, 13, ink="soft")
        else:
            x = axis - found.width * at_left / span
            segments(canvas, x, found.middle, found.width / span, parts, depths, inked(category))
        tick = 19 if canvas.wide else 16
        for start, end in ((-tick, -13), (13, tick)):
            canvas.line(axis, found.middle + start, axis, found.middle + end, "ink", 1.5)
        y = found.bottom + 14
    return y


def segments(canvas: Canvas, x, middle, scale, parts: Sequence[Part], depths, ink) -> None:
    for part in parts:
        span = (part.share or 0) * scale
        depth = (depths[part.first] + depths[part.last]) / 2
        canvas.rect(x, middle - 13, max(span - 1.5, 0), 26, ink, depth)
        if depth < 0.3 or part.first < part.last:
            canvas.frame(x, middle - 13, max(span - 1.5, 0), 26, ink)
        if span > 31:
            words = percent(round(part.share or 0))
            within = "surface" if depth > 0.7 else "ink"
            canvas.text(x + span / 2, middle + 4.5, words, 12.5, within, "middle")
        x += span


def whole(canvas: Canvas, y: float, steps: Sequence[str], shares: Sequence[Share]) -> float:
    """One row for one question: columns side by side, each as high as its share."""
    high, gap, count = 120.0, 8.0, len(steps)
    wide = min((canvas.width - gap * (count - 1)) / max(count, 1), 120)
    if any(width_of(word, 12.5) > wide for step in steps for word in step.split()):
        told = [UNTOLD if share is None else percent(round(share)) for share in shares]
        rows = zip(steps, shares, told, strict=True)
        return bars(canvas, y, [Bar(step, ((share, 1.0),), words) for step, share, words in rows])
    longest = max((share or 0 for share in shares), default=0) or 100
    foot = y + high + 22
    for place, (step, share) in enumerate(zip(steps, shares, strict=True)):
        x = place * (wide + gap)
        tall = high * (share or 0) / longest
        canvas.rect(x, foot - max(tall, 1), wide, max(tall, 1), "brand", 1)
        words = UNTOLD if share is None else percent(round(share))
        size = 10.5 if share is None and wide < 90 else 14
        canvas.text(x + wide / 2, foot - tall - 7, words, size, anchor="middle", bold=True)
        canvas.block(x + wide / 2, foot + 4, step, wide, 12.5, ink="soft", anchor="middle")
    return canvas.height + 8
