"""The job of an import, and what is forgotten after a while."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from aict.imports import running
from aict.imports.kinds import IMPORT_KINDS
from aict.imports.models import ImportRun

KEPT_DAYS = 60


@app.task(name="imports.work", aliases=["practices.import"], queue="imports")
def work_on_import(run_id: int) -> None:
    """The try or the import that was asked for; a run that is not waiting is left alone."""
    run = ImportRun.objects.get(pk=run_id)
    if not run.is_running:
        return
    with run.file.open("rb") as file:
        content = file.read()
    try:
        carry_out = IMPORT_KINDS[run.kind].carry_out
        carry_out(run, content, run.state == ImportRun.State.IMPORTING)
    except Exception:
        running.refuse(run, "Une erreur imprévue a arrêté la lecture : rien n’a été créé.")
        raise


@app.periodic(cron="30 5 * * *")
@app.task(name="imports.forget", aliases=["practices.forget_imports"])
def forget_imports(timestamp: int = 0) -> int:
    """Delete the files received, and the tries that led nowhere, after two months. Returns how many."""
    old = ImportRun.objects.filter(at__lt=timezone.now() - timedelta(days=KEPT_DAYS)).exclude(
        file=""
    )
    for run in old:
        run.file.delete(save=True)
    old_tries = ImportRun.objects.filter(file="", at__lt=timezone.now() - timedelta(days=KEPT_DAYS))
    old_tries.exclude(state=ImportRun.State.DONE).delete()
    return len(old)
