"""What the roof says of surveys: the one that is open, the last results, those that answer a search."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from aict.listing.models import Clock
from aict.taxonomies.models import Need
from surveys import gate
from surveys.models import State, Survey
from surveys.results.edition import edition
from surveys.results.kept import kept

CONFIG = "french_unaccent"
MOST = 5
# A longer chart is read in the results.
MOST_ROWS = 8


@dataclass(frozen=True)
class Results:
    """The last published results: the sentence and the drawing of their key chart."""

    survey: Survey
    sentence: str
    drawing: str
    n: int


@dataclass(frozen=True)
class Glance:
    open: Survey | None
    results: Results | None


def glance() -> Glance:
    """Made once per change of any survey, and per day; one query otherwise."""
    stamp = Clock.objects.filter(kind=gate.KIND).values_list("stamp", flat=True).first()
    if stamp is None:
        return Glance(None, None)
    return kept(("home", stamp, timezone.localdate()), made)


def made() -> Glance:
    asked = Survey.objects.filter(state=State.OPEN, open_link=True)
    open_ = next((survey for survey in asked if survey.is_open), None)
    return Glance(open_, last_results())


def last_results() -> Results | None:
    survey = Survey.objects.published().first()
    shown = edition(survey) if survey else None
    key = shown.key_question if shown else None
    if shown is None or key is None:
        return None
    chart = shown.charts[key.id]
    drawing = chart.inline() if 0 < len(chart.rows) <= MOST_ROWS else ""
    return Results(shown.survey, chart.sentence, drawing, shown.release.n)


@login_not_required
@require_safe
def last(request: HttpRequest) -> HttpResponse:
    """A short address for the last results."""
    survey = Survey.objects.published().first()
    return redirect("results:page", survey.slug) if survey else redirect("surveys:list")


def answering(q: str) -> list[tuple[str, str]]:
    """(words, address) of the surveys and needs that hold the words of `q`."""
    asked = SearchQuery(q, config=CONFIG, search_type="websearch")
    surveys = Survey.objects.public().annotate(
        words=SearchVector("title", "summary", config=CONFIG)
    )
    needs = Need.objects.in_use().annotate(words=SearchVector("label", "definition", config=CONFIG))
    return [
        (str(row), row.get_absolute_url())
        for rows in (surveys, needs)
        for row in rows.filter(words=asked)[:MOST]
    ]
