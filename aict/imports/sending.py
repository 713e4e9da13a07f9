"""A file arrives, and its jobs are asked for."""

from datetime import timedelta
from pathlib import PurePath
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from aict.imports.lines import UnreadableError
from aict.imports.models import ImportRun
from aict.imports.reading import MAX_SIZE, MEGABYTE

# Without a sign for so long, the worker that had it is gone.
PATIENCE = timedelta(minutes=2)


def content_of(upload) -> bytes:
    if upload.size > MAX_SIZE:
        raise UnreadableError(f"Ce fichier dépasse {MAX_SIZE // MEGABYTE} Mo.")
    return upload.read()


def keep(kind: str, name: str, content: bytes, source: str, by, mapping: dict) -> ImportRun:
    """The run of this file, with the file; nothing when the file cannot be stored."""
    run = ImportRun(kind=kind, file_name=name[-200:], mapping=mapping, by=by)
    run.source = (source or PurePath(run.file_name).stem)[:80]
    suffix = ".xlsx" if content.startswith(b"PK") else ".csv"
    stored = run.file.field.generate_filename(run, f"{uuid4()}{suffix}")
    try:
        run.file.save(PurePath(stored).name, ContentFile(content), save=True)
    except BaseException:
        run.file.storage.delete(stored)
        raise
    return run


@transaction.atomic
def ask_for(run: ImportRun, state: str, after: set[str]) -> bool:
    """Queue the try or the import, once: False when the run is not in one of the states `after`,
    nor left behind by a worker that is gone."""
    from aict.imports.tasks import work_on_import

    lost = Q(state=state, beat__lt=timezone.now() - PATIENCE)
    ready = ImportRun.objects.filter(Q(state__in=after) | lost, pk=run.pk)
    changed = ready.update(state=state, beat=timezone.now(), done=0, total=0, problem="")
    if changed:
        work_on_import.defer(run_id=run.pk)
    return bool(changed)


def seems_lost(run: ImportRun) -> bool:
    return run.is_running and run.beat < timezone.now() - PATIENCE
