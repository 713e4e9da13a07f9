"""Importance against satisfaction: what matters and is missing stands at the top left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from aict.ui.numbers import percent
from surveys.results.charts.canvas import Canvas, width_of

TALL, RADIUS = 420.0, 10.5


@dataclass(frozen=True)
class Point:
    label: str
    x: float  # per cent satisfied
    y: float  # per cent who say it matters


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        apart = (
            self.x + self.width <= other.x
            or other.x + other.width <= self.x
            or self.y + self.height <= other.y
            or other.y + other.height <= self.y
        )
        return not apart


def bounds(values: Sequence[float]) -> tuple[float, float]:
    """Round tens around the values, at least thirty apart."""
    low, high = 10 * ((min(values) - 4) // 10), 10 * (-(-(max(values) + 4) // 10))
    low, high = max(low, 0), min(high, 100)
    while high - low < 30:
        low, high = max(low - 10, 0), min(high + 10, 100)
    return low, high


def quadrant(canvas: Canvas, y: float, points: Sequence[Point], axes: tuple[str, str]) -> float:
    """axes: what is read from left to right, and from bottom to top. Points are numbered; on a wide
    canvas their names stand beside them, on a narrow one in a list below."""
    y = canvas.block(0, y, f"↑ {axes[1]}", canvas.width, 12.5, ink="soft") + 6
    tall = TALL if canvas.wide else 320.0
    frame = Box(40, y, canvas.width - 44, tall)
    (x0, x1), (y0, y1) = bounds([p.x for p in points]), bounds([p.y for p in points])

    def place(point: Point) -> tuple[float, float]:
        across = frame.x + frame.width * (point.x - x0) / (x1 - x0)
        return across, frame.y + frame.height * (1 - (point.y - y0) / (y1 - y0))

    middle = place(Point("", mean(p.x for p in points), mean(p.y for p in points)))
    ground(canvas, frame, middle, (x0, x1, y0, y1))
    spots = apart([place(point) for point in points])
    names(canvas, frame, points, spots)
    for number, (x, up) in enumerate(spots, 1):
        canvas.disc(x, up, RADIUS, "brand")
        canvas.text(x, up + 4.5, str(number), 12, "surface", "middle", bold=True)
    y = canvas.block(
        frame.x, frame.y + tall + 20, f"{axes[0]} →", canvas.width - 44, 12.5, ink="soft"
    )
    return y + 8 if canvas.wide else listed(canvas, y + 10, points)


def apart(spots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same places, where discs that would cover each other stand side by side."""
    moved = list(spots)
    for place, (x, y) in enumerate(moved):
        for other, (x2, y2) in enumerate(moved[:place]):
            far = hypot(x - x2, y - y2)
            if far < 2 * RADIUS:
                push = (2 * RADIUS - far) / 2 * (1 if x >= x2 else -1)
                moved[place], moved[other] = (x + push, y), (x2 - push, y2)
                x += push
    return moved


def mean(values: Iterator[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


def ground(canvas: Canvas, frame: Box, middle: tuple[float, float], ends: tuple) -> None:
    x, y = middle
    canvas.rect(frame.x, frame.y, x - frame.x, y - frame.y, "accent", 0.1, 0)
    canvas.frame(frame.x, frame.y, frame.width, frame.height, "rule")
    canvas.line(x, frame.y, x, frame.y + frame.height, "strong", 1, "4 4")
    canvas.line(frame.x, y, frame.x + frame.width, y, "strong", 1, "4 4")
    right, foot = frame.x + frame.width, frame.y + frame.height
    canvas.text(frame.x + 8, frame.y + 18, "À traiter d’abord", 13, "accent", bold=True)
    canvas.text(right - 8, frame.y + 18, "À garder", 13, "soft", "end")
    canvas.text(frame.x + 8, foot - 9, "Moins pressant", 13, "soft")
    canvas.text(right - 8, foot - 9, "Acquis", 13, "soft", "end")
    x0, x1, y0, y1 = ends
    canvas.text(frame.x, foot + 15, percent(x0), 11.5, "soft")
    canvas.text(right, foot + 15, percent(x1), 11.5, "soft", "end")
    canvas.text(frame.x - 5, foot, percent(y0), 11.5, "soft", "end")
    canvas.text(frame.x - 5, frame.y + 10, percent(y1), 11.5, "soft", "end")


def names(canvas: Canvas, frame: Box, points: Sequence[Point], spots: Sequence) -> None:
    """Each name beside its point, where it covers no point, no other name and no corner."""
    if not canvas.wide:
        return
    taken = [Box(x - 12, y - 12, 24, 24) for x, y in spots]
    right, foot = frame.x + frame.width, frame.y + frame.height
    taken += [Box(frame.x, frame.y, 136, 24), Box(right - 80, frame.y, 80, 24)]
    taken += [Box(frame.x, foot - 26, 120, 26), Box(right - 70, foot - 26, 70, 26)]
    for number, (point, (x, y)) in enumerate(zip(points, spots, strict=True), 1):
        words = f"{number}. {point.label}"
        wide = width_of(words, 13)
        free = next((box for box in around(x, y, wide) if fits(box, frame, taken)), None)
        box = free or Box(min(x + 15, right - wide), y - 8, wide, 17)
        taken.append(box)
        canvas.text(box.x, box.y + 13, words, 13)


def around(x: float, y: float, wide: float) -> Iterator[Box]:
    for down in (0, 14, -14, 26, -26, 38, -38, 50, -50):
        yield Box(x + 15, y - 8 + down, wide, 17)
        yield Box(x - 15 - wide, y - 8 + down, wide, 17)
        if abs(down) > 20:
            yield Box(x - wide / 2, y - 8 + down, wide, 17)


def fits(box: Box, frame: Box, taken: Sequence[Box]) -> bool:
    inside = frame.x <= box.x and box.x + box.width <= frame.x + frame.width
    inside = inside and frame.y <= box.y and box.y + box.height <= frame.y + frame.height
    return inside and not any(box.meets(other) for other in taken)


def listed(canvas: Canvas, y: float, points: Sequence[Point]) -> float:
    for number, point in enumerate(points, 1):
        canvas.disc(10.5, y + 11, 10.5, "brand")
        canvas.text(10.5, y + 15.5, str(number), 12, "surface", "middle", bold=True)
        y = max(canvas.block(30, y, point.label, canvas.width - 30, 14), y + 22) + 6
    return y
