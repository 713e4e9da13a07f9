"""The job that prepares results."""

from procrastinate.contrib.django import app

from surveys.results import releasing
from surveys.results.models import Release


@app.task(name="results.prepare", queue="imports")
def prepare(release_id: int) -> None:
    """A release that is no longer waited for, or whose survey is gone, is left alone."""
    release = Release.objects.select_related("survey").filter(pk=release_id).first()
    if release is None or not release.is_running:
        return
    try:
        releasing.carry_out(release)
    except Exception:
        releasing.fail(release, "Une erreur imprévue a arrêté le calcul : rien n’est publié.")
        raise
