"""What readers of results read: a release, its tables, and why some are missing."""

from collections.abc import Iterable

from surveys.models import Survey
from surveys.questionnaire.structure import Question
from surveys.results.models import Release
from surveys.results.publishing import publishable
from surveys.results.tables import Table


def current(survey: Survey) -> Release | None:
    """What everybody may read; None unless the results are published."""
    if not survey.is_published:
        return None
    ready = survey.releases.filter(state=Release.State.READY)
    return ready.exclude(published_at=None).order_by("-published_at").first()


def current_of(surveys: Iterable[Survey]) -> dict[int, Release]:
    """{survey: what everybody may read}, in one query; those not published have none."""
    published = [survey.pk for survey in surveys if survey.is_published]
    ready = Release.objects.filter(survey__in=published, state=Release.State.READY)
    found = ready.exclude(published_at=None).order_by("published_at")
    return {release.survey_id: release for release in found}


def preview(survey: Survey) -> Release | None:
    """What coordinators read before publishing: the newest that is ready."""
    return survey.releases.filter(state=Release.State.READY).first()


def shown(survey: Survey) -> list[Question]:
    """Questions whose results are published, by the choice of the coordination or else of the file."""
    chosen = dict(survey.question_settings.values_list("question", "shown"))
    return [q for q in publishable(survey.form) if chosen.get(q.id, q.published)]


def tables(release: Release, question: str = "", crossing: str | None = None) -> list[Table]:
    """Tables of the release: of a question when it is given, by a crossing ("" for none) when it is."""
    wanted = release.tables.all()
    if question:
        wanted = wanted.filter(question=question)
    if crossing is not None:
        wanted = wanted.filter(crossing=crossing)
    return [row.table for row in wanted]


def why_crossed(release: Release, question: str, crossing: str) -> str:
    """Why this crossing is not published, or not in full, in French; "" when nothing prevents it."""
    mine = [told for told in release.withheld if told["question"] == question]
    return next((t["why"] for t in mine if t["crossing"] in {crossing, "*"}), "")


def why(release: Release, question: str, crossing: str = "", item: str = "") -> str:
    """Why this table is not published, in French; "" when nothing prevents it."""
    for told in release.withheld:
        same = told["question"] == question and told["item"] in {"", item}
        if same and told["crossing"] in {crossing, "*"} and (crossing or told["crossing"] == ""):
            return told["why"]
    return ""
