"""A file arrives, and its jobs are asked for."""

from datetime import timedelta
from pathlib import PurePath
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from practices.imports.mapping import Mapping, proposed
from practices.imports.reading import HEAD, MAX_SIZE, Line, UnreadableError, lines_of
from practices.models import ImportRun

State = ImportRun.State
SAMPLES = 3
# Without a sign for so long, the worker that had it is gone.
PATIENCE = timedelta(minutes=2)


def receive(upload, source: str, by) -> ImportRun:
    """Keep the file with the proposed mapping. Raises UnreadableError; then nothing is kept."""
    if upload.size > MAX_SIZE:
        raise UnreadableError("Ce fichier dépasse 20 Mo.")
    content = upload.read()
    mapping = proposed(list(lines_of(content, upload.name, HEAD)))
    name = upload.name[-200:]
    run = ImportRun(file_name=name, mapping=mapping.as_json(), by=by)
    run.source = (source or PurePath(name).stem)[:80]
    suffix = ".xlsx" if content.startswith(b"PK") else ".csv"
    stored = run.file.field.generate_filename(run, f"{uuid4()}{suffix}")
    try:
        run.file.save(PurePath(stored).name, ContentFile(content), save=True)
    except BaseException:
        run.file.storage.delete(stored)
        raise
    return run


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


@transaction.atomic
def ask_for(run: ImportRun, state: str, after: set[str]) -> bool:
    """Queue the try or the import, once: False when the run is not in one of the states `after`,
    nor left behind by a worker that is gone."""
    from practices.imports.tasks import work_on_import

    lost = Q(state=state, beat__lt=timezone.now() - PATIENCE)
    ready = ImportRun.objects.filter(Q(state__in=after) | lost, pk=run.pk)
    changed = ready.update(state=state, beat=timezone.now(), done=0, total=0, problem="")
    if changed:
        work_on_import.defer(run_id=run.pk)
    return bool(changed)


def seems_lost(run: ImportRun) -> bool:
    return run.is_running and run.beat < timezone.now() - PATIENCE
