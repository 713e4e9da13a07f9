"""Files of answers as other programmes write them, and what reads them without a browser."""

import csv
from io import BytesIO, StringIO

from openpyxl import Workbook

from aict.imports.models import ImportRun
from aict.imports.reading import lines_of
from surveys.intake import running
from surveys.intake.mapping import proposed
from surveys.models import Survey


def text(rows, delimiter=",", encoding="utf-8") -> bytes:
    out = StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def book(rows) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def run_of(survey: Survey, content: bytes, name="réponses.csv", **changes) -> ImportRun:
    """A run whose mapping is the one proposed; `changes`: {heading: target}."""
    mapping = proposed(survey, list(lines_of(content, name, 46)))
    for heading, key in changes.items():
        mapping.columns[mapping.headings.index(heading)] = key
    run = ImportRun(kind=running.KIND, file_name=name, source=survey.slug)
    run.mapping = mapping.as_json()
    run.save()
    return run


def brought(survey: Survey, content: bytes, store=True, **told) -> ImportRun:
    """The file read, and imported when `store`, in this process."""
    run = run_of(survey, content, **told)
    running.carry_out(run, content, store)
    run.refresh_from_db()
    return run


def answers(survey: Survey) -> list[dict]:
    """In an order of our own: that of the table is random."""
    found = survey.responses.sent().values_list("answers", flat=True)
    return sorted(found, key=lambda said: repr(sorted(said.items())))
