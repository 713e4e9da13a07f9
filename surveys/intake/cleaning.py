"""The copy that is worked on: the lines of the file, less what tells who answered."""

import csv
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import StringIO

from aict.imports.lines import Line
from surveys.intake.mapping import Mapping

# Number of the line in the file received, earlier line that is the same in every column, notes.
OWN = 3


def body(lines: Iterable[Line], header: int) -> Iterator[Line]:
    return (line for line in lines if line.number > header)


def cleaned(lines: Iterable[Line], mapping: Mapping) -> bytes:
    """The file as CSV, without its line of headings. Twins are told while every column is still there."""
    out = StringIO()
    writer = csv.writer(out)
    first: dict[bytes, int] = {}
    dropped = mapping.dropped()
    for line in body(lines, mapping.header):
        same = sha256("\x1f".join(trimmed(line.cells)).encode()).digest()
        twin = first.setdefault(same, line.number)
        cells = list(line.cells)
        for place in dropped:
            if place < len(cells):
                cells[place] = ""
        notes = json.dumps(line.notes, ensure_ascii=False) if line.notes else ""
        writer.writerow([line.number, twin if twin != line.number else "", notes, *cells])
    return out.getvalue().encode()


def trimmed(cells: list[str]) -> list[str]:
    """Cells as they are compared: some programmes leave empty ones at the end."""
    kept = [cell.strip() for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def read_back(content: bytes) -> list[tuple[Line, int]]:
    """(line as it was numbered, number of its earlier twin or 0)."""
    csv.field_size_limit(10_000_000)
    found = []
    for number, twin, notes, *cells in csv.reader(StringIO(content.decode(), newline="")):
        line = Line(int(number), cells, json.loads(notes) if notes else [])
        found.append((line, int(twin or 0)))
    return found
