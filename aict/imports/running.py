"""What every import does while it works: tell how far it is, wait for its turn, refuse."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from django.db import connection
from django.utils import timezone

from aict.imports.models import ImportRun

BEAT = 0.5
Tell = Callable[[int, int], None]
Item = TypeVar("Item")


def counted(
    run: ImportRun, items: Iterable[Item], total: int, tell: Tell | None = None
) -> Iterator[Item]:
    """The same items; how many are done is written on the run twice a second, and said to
    `tell(done, total)`."""
    last = 0.0
    for done, item in enumerate(items, start=1):
        yield item
        if time.monotonic() - last > BEAT:
            last = time.monotonic()
            ImportRun.objects.filter(pk=run.pk).update(done=done, total=total, beat=timezone.now())
            if tell:
                tell(done, total)
    run.done = run.total = total


def finish(run: ImportRun, store: bool) -> None:
    run.state = ImportRun.State.DONE if store else ImportRun.State.CHECKED
    run.problem, run.beat = "", timezone.now()
    run.save()


def refuse(run: ImportRun, why: str) -> None:
    run.state, run.problem, run.beat = ImportRun.State.REFUSED, why[:300], timezone.now()
    run.save()


def one_import_at_a_time(source: str) -> None:
    """Two people bringing the same file wait for each other: the second finds every row there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"import {source}"]
        )
