"""A spreadsheet of practices arrives, with what its columns seem to be."""

from aict.imports import sending
from aict.imports.lines import HEAD, Line
from aict.imports.models import ImportRun
from aict.imports.reading import lines_of
from practices.imports.mapping import Mapping, proposed

KIND = "practice"
SAMPLES = 3


def receive(upload, source: str, by) -> ImportRun:
    """Keep the file with the proposed mapping. Raises UnreadableError; then nothing is kept."""
    content = sending.content_of(upload)
    mapping = proposed(list(lines_of(content, upload.name, HEAD)))
    return sending.keep(KIND, upload.name, content, source, by, mapping.as_json())


def first_lines(run: ImportRun) -> list[Line]:
    with run.file.open("rb") as file:
        return list(lines_of(file.read(), run.file_name, HEAD + SAMPLES))


def samples(lines: list[Line], mapping: Mapping) -> list[list[str]]:
    """The first cells of each column, under its heading."""
    body = [line.cells for line in lines if line.number > mapping.header][:SAMPLES]
    return [
        [cells[place] for cells in body if place < len(cells) and cells[place]]
        for place in range(len(mapping.headings))
    ]
