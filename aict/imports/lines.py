"""A line of a spreadsheet, whatever programme wrote it."""

from dataclasses import dataclass, field

MAX_COLUMNS = 500
# A heading line is looked for among the first ones.
HEAD = 6


class UnreadableError(Exception):
    """One French sentence: why this file cannot be read."""


@dataclass
class Line:
    """`number` as the spreadsheet shows it; `notes` on cells that were not plain values."""

    number: int
    cells: list[str]
    notes: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not any(cell.strip() for cell in self.cells)
