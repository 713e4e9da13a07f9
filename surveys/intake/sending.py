"""A file of answers arrives, with what its columns seem to be."""

from hashlib import sha256

from aict.imports import sending
from aict.imports.lines import HEAD, Line
from aict.imports.models import ImportRun
from aict.imports.reading import lines_of
from surveys.intake.cleaning import read_back
from surveys.intake.mapping import Mapping, proposed
from surveys.intake.running import KIND
from surveys.models import Survey

# Enough lines to see what a column holds.
LOOKED_AT = 40
SAMPLES = 3


def receive(survey: Survey, upload, by) -> ImportRun:
    """Keep the file with the proposed mapping. Raises UnreadableError; then nothing is kept."""
    content = sending.content_of(upload)
    mapping = proposed(survey, list(lines_of(content, upload.name, HEAD + LOOKED_AT)))
    mapping.digest = sha256(content).hexdigest()
    return sending.keep(KIND, upload.name, content, survey.slug, by, mapping.as_json())


def first_lines(run: ImportRun) -> list[Line]:
    """Headings and first lines; the lines alone once the file is our own copy."""
    with run.file.open("rb") as file:
        content = file.read()
    if run.mapping["cleaned"]:
        return [line for line, _twin in read_back(content)[:LOOKED_AT]]
    return list(lines_of(content, run.file_name, HEAD + LOOKED_AT))


def samples(lines: list[Line], mapping: Mapping) -> list[list[str]]:
    """A few different cells of each column. Those that tell who answered are not shown."""
    body = [line.cells for line in lines if line.number > mapping.header]
    found = []
    for place, reason in enumerate(mapping.identity):
        cells = dict.fromkeys(c[place] for c in body if place < len(c) and c[place].strip())
        found.append([] if reason else list(cells)[:SAMPLES])
    return found
