"""Files of answers are not kept: they say who answered until they are tried."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from aict.imports.models import ImportRun
from surveys.intake.running import KIND

ABANDONED = timedelta(days=2)


@app.periodic(cron="40 4 * * *")
@app.task(name="surveys.forget_files", queue="imports")
def forget_files(timestamp: int = 0) -> int:
    """Delete the files that led to an import, or that nobody touched for two days. Returns how many."""
    runs = ImportRun.objects.filter(kind=KIND).exclude(file="")
    old = runs.filter(beat__lt=timezone.now() - ABANDONED) | runs.filter(state=ImportRun.State.DONE)
    for run in old:
        run.file.delete(save=False)
        ImportRun.objects.filter(pk=run.pk).update(file="")
    return len(old)
