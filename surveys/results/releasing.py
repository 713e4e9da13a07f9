"""One computation of all that is published of a survey: asked for, carried out, checked, published."""

from datetime import timedelta
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from aict.moderation.readiness import Refused
from aict.people.models import User
from aict.people.permissions import coordinates
from surveys.campaign.rate import rate
from surveys.models import State, Survey
from surveys.results import aggregate, words
from surveys.results.checking import check
from surveys.results.models import PublishedTable, Release
from surveys.results.pooling import K
from surveys.results.publishing import Published, publish, steps
from surveys.results.tables import written
from surveys.texts import counting

PREPARE = "results.prepare"
# Without a sign for so long, the worker that had it is gone.
PATIENCE = timedelta(minutes=2)
BEAT = timedelta(seconds=0.5)
KEPT = 2
# The same answers in another order have the same mark.
MARK = """
SELECT count(*), coalesce(sum(hashtextextended(codes::text, 0)::numeric), 0)
FROM surveys_codedresponse WHERE survey_id = %s
"""


ALIKE = (
    f"Des résultats ont déjà été publiés, sur presque les mêmes réponses : moins de {K} d’écart. Les "
    "comparer dirait ce que quelques personnes ont répondu. Attendez d’en avoir davantage."
)


class Moved(Exception):
    """Answers changed while they were counted."""


@transaction.atomic
def prepare(survey: Survey, by: User) -> Release:
    """Ask for the tables of a closed survey; the one that is being made when there is one.

    Raises PermissionDenied, or Refused with the sentence to show."""
    if not coordinates(by):
        raise PermissionDenied("La coordination seule prépare des résultats.")
    locked = Survey.objects.select_for_update().get(pk=survey.pk)
    if locked.state != State.CLOSED:
        raise Refused(
            "Les résultats se préparent entre la clôture et la publication : cette enquête est "
            f"à l’état « {locked.get_state_display()} »."
        )
    for running in survey.releases.filter(state=Release.State.RUNNING):
        if not seems_lost(running):
            return running
        fail(running, "Le calcul a été interrompu : relancez-le.")
    release = Release.objects.create(survey=survey, total=len(steps(survey.form)))
    app.configure_task(PREPARE).defer(release_id=release.pk)
    return release


def seems_lost(release: Release) -> bool:
    return release.is_running and release.beat < timezone.now() - PATIENCE


def carry_out(release: Release) -> None:
    """Count, suppress, check and store. The release ends ready, or failed with the reason."""
    survey = release.survey
    try:
        told, mark = counted(release)
    except Moved:
        fail(release, "Des réponses ont changé pendant le calcul : relancez-le.")
        return
    n = max((table.n for table in told.tables), default=0)
    if n < K:
        fail(release, f"Moins de {K} réponses : rien ne peut être publié.")
        return
    if findings := check(survey.form, told.tables, told.known).findings:
        fail(release, f"Un nombre caché peut être deviné. {findings[0]}")
        return
    release.invited, release.answered = told_rate(*rate(survey))
    release.n, release.mark, release.withheld = n, mark, [vars(one) for one in told.withheld]
    store(release, told)


def told_rate(invited: int, answered: int) -> tuple[int, int]:
    """(0, 0), which is unknown, when few authorities answered, or few did not."""
    return (0, 0) if min(answered, invited - answered) < K else (invited, answered)


def counted(release: Release) -> tuple[Published, str]:
    survey, told, last = release.survey, Published(), timezone.now()
    form, mark, count = survey.form, mark_of(survey), partial(aggregate.tables, survey)
    for done in publish(form, count, told):
        if timezone.now() - last > BEAT:
            last = timezone.now()
            Release.objects.filter(pk=release.pk).update(done=done, beat=last)
    words.publish(survey, count, told)
    if mark_of(survey) != mark:
        raise Moved
    return told, mark


def mark_of(survey: Survey) -> str:
    """Of the answers and of the themes of texts."""
    with connection.cursor() as cursor:
        cursor.execute(MARK, [survey.pk])
        answers = "/".join(str(part) for part in cursor.fetchone())
    return f"{answers}/{counting.mark_of(survey)}"


def answers_of(release: Release) -> list[str]:
    """The part of its mark that is not of themes."""
    return release.mark.split("/")[:2]


def is_stale(release: Release) -> bool:
    """Whether the answers are no longer those that were counted."""
    return release.mark != mark_of(release.survey)


@transaction.atomic
def store(release: Release, told: Published) -> None:
    """Write the tables once: a job that was run twice leaves one set of them."""
    here = Release.objects.select_for_update().get(pk=release.pk)
    if not here.is_running:
        return
    PublishedTable.objects.bulk_create(
        PublishedTable(
            release=release,
            question=table.question,
            item=table.item,
            crossing=table.crossing,
            data=written(table),
        )
        for table in told.tables
    )
    release.state, release.done, release.beat = Release.State.READY, release.total, timezone.now()
    release.save()
    forget_old(release.survey)


def fail(release: Release, why: str) -> None:
    release.state, release.problem, release.beat = Release.State.FAILED, why[:300], timezone.now()
    release.save(update_fields=["state", "problem", "beat"])


def forget_old(survey: Survey) -> None:
    """Keep the two newest, and the one that was published."""
    last = last_public(survey)
    kept = {release.pk for release in [*survey.releases.all()[:KEPT], *([last] if last else [])]}
    survey.releases.exclude(pk__in=kept).delete()


# ---- what the gate asks


def publish_newest(survey: Survey, by: User) -> None:
    """The newest release becomes what everybody reads, if it counts the answers as they are."""
    newest = survey.releases.first()
    if newest is None or newest.state == Release.State.FAILED:
        raise Refused("Préparez d’abord les résultats : aucun calcul n’a abouti.")
    if newest.is_running:
        raise Refused("Les résultats sont en calcul : attendez qu’il soit terminé.")
    if is_stale(newest):
        raise Refused(
            "Des réponses ont changé depuis le calcul : préparez à nouveau les résultats."
        )
    if too_alike(newest, last_public(survey)):
        raise Refused(ALIKE)
    Release.objects.filter(pk=newest.pk).update(published_at=timezone.now())


def last_public(survey: Survey) -> Release | None:
    """What was published last: once withdrawn, readers may have kept it."""
    return survey.releases.exclude(published_at=None).order_by("-published_at").first()


def too_alike(newest: Release, before: Release | None) -> bool:
    """Whether one publication less the other would be the answers of a few people. Texts sorted
    otherwise tell of nobody's answers."""
    if before is None or answers_of(before) == answers_of(newest):
        return False
    return abs(newest.n - before.n) < K
