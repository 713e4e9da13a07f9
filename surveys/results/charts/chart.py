"""A chart: its sentence, its drawing and its table twin, all made of the same counts."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from aict.ui.numbers import count, half_up, number
from aict.ui.typography import french
from surveys.results.charts.canvas import NARROW, SANS, WIDE, Canvas

UNTOLD = "non communiqué"
Cell = str | int | float | None
Row = tuple[Cell, ...]
Draw = Callable[[Canvas, float], float]


@dataclass(frozen=True)
class Chart:
    """`rows` are those of the table twin and of the CSV: a float is per cent (or a mean), None is not told.

    `n` is how many responses it is made from; `base` says so in words. `draw(canvas, y)` draws under y
    and gives back where it ends."""

    kind: str
    question: str
    title: str
    sentence: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    draw: Draw
    notes: tuple[str, ...] = ()
    n: int | None = None

    @property
    def base(self) -> str:
        return "" if self.n is None else count(self.n, "réponse")

    @property
    def shown_rows(self) -> list[list[str]]:
        """The rows as readers read them."""
        return [[shown(cell) for cell in row] for row in self.rows]

    @property
    def file_rows(self) -> list[list[str | int | float]]:
        """The rows as spreadsheets read them."""
        return [[spelled(cell) for cell in row] for row in self.rows]

    def svg(self, source: str = "", width: int = WIDE) -> str:
        """A file that is read alone: title, sentence, drawing, notes and where it comes from."""
        canvas, edge = Canvas(width, inline=False), 24
        y = canvas.block(0, 0, self.title, width, 22, bold=True, serif=True)
        y = canvas.block(0, y + 4, self.sentence, width, 15, ink="soft")
        y = self.draw(canvas, y + 16)
        for note in (*self.notes, source):
            if note:
                y = canvas.block(0, y + 6, french(note), width, 12, ink="soft")
        whole, height = width + 2 * edge, canvas.height + 2 * edge
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {height:.0f}" '
            f'width="{whole}" height="{height:.0f}" role="img" font-family="{SANS}">'
            f"<title>{escape(self.title)}</title><desc>{escape(self.sentence)}</desc>"
            f'<rect width="{whole}" height="{height:.0f}" fill="#ffffff"/>'
            f'<g transform="translate({edge} {edge})">{canvas.body()}</g></svg>'
        )

    def inline(self) -> SafeString:
        """Two drawings, for a wide and for a narrow page: charts.css shows one and gives it colours."""
        return mark_safe(self.fitted(WIDE, "wide") + self.fitted(NARROW, "narrow"))  # noqa: S308

    def fitted(self, width: int, name: str) -> str:
        canvas = Canvas(width, inline=True)
        self.draw(canvas, 0)
        return (
            f'<svg class="drawn drawn-{name}" viewBox="0 0 {width} {canvas.height + 4:.0f}" '
            f'role="img" aria-label="{escape(self.title)}">{canvas.body()}</svg>'
        )


def shown(cell: Cell) -> str:
    if cell is None:
        return UNTOLD
    if isinstance(cell, str):
        return cell
    return tenths(cell) if isinstance(cell, float) else number(cell)


def tenths(value: float) -> str:
    """Always one decimal: a column of them stands in line."""
    told = number(value, 1)
    return told if "," in told else f"{told},0"


def spelled(cell: Cell) -> str | int | float:
    """Rounded as on the page."""
    if cell is None:
        return UNTOLD
    return float(half_up(cell, 1)) if isinstance(cell, float) else cell
