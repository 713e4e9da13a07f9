"""What published surveys say of a need: the rows of their questions that carry it."""

from dataclasses import dataclass

from aict.listing.models import Clock
from aict.ui.numbers import percent
from surveys import gate
from surveys.models import Survey
from surveys.questionnaire.structure import Kind, Question
from surveys.results import reading, sentences
from surveys.results.charts.chart import UNTOLD
from surveys.results.charts.grids import upper, words_of
from surveys.results.charts.reading import share
from surveys.results.edition import Edition
from surveys.results.kept import kept
from surveys.results.models import PublishedTable
from surveys.results.tables import Table

# The last published surveys; older ones are in their own pages.
MOST = 3


@dataclass(frozen=True)
class Line:
    """« 87 % », of which question, which answers; where its chart is."""

    value: str
    question: str
    answers: str
    address: str
    share: float | None

    @property
    def width(self) -> str:
        return f"{self.share or 0:.1f}"


@dataclass(frozen=True)
class Said:
    survey: Survey
    n: int
    lines: list[Line]

    @property
    def first(self) -> Line:
        """How many ask for it: the questions read beside it (how far it is met) come after."""
        return self.lines[0]


def said() -> dict[str, list[Said]]:
    """{need: by survey, the newest first}; needs that no survey speaks of are left out. Made once per
    change of any survey; one query otherwise."""
    stamp = Clock.objects.filter(kind=gate.KIND).values_list("stamp", flat=True).first()
    return kept(("needs", stamp), made) if stamp is not None else {}


def made() -> dict[str, list[Said]]:
    surveys = list(Survey.objects.published().prefetch_related("question_settings")[:MOST])
    releases = reading.current_of(surveys)
    tables: dict[int, dict[tuple[str, str], Table]] = {one.pk: {} for one in releases.values()}
    for row in PublishedTable.objects.filter(release__in=tables, crossing=""):
        tables[row.release_id][row.question, row.item] = row.table
    found: dict[str, list[Said]] = {}
    for survey in surveys:
        if release := releases.get(survey.pk):
            shown = Edition(survey, release)
            for need, lines in counted(shown, tables[release.pk]).items():
                found.setdefault(need, []).append(Said(survey, release.n, lines))
    return found


def counted(shown: Edition, tables: dict[tuple[str, str], Table]) -> dict[str, list[Line]]:
    """{need: its lines}, in the order of the questionnaire."""
    found: dict[str, list[Line]] = {}
    for question in shown.form.questions():
        if question.kind is not Kind.MATRIX or not shown.allows(question):
            continue
        for row in question.rows:
            if row.need and (table := tables.get((question.id, row.id))):
                found.setdefault(row.need, []).append(line(shown, question, table))
    return found


def line(shown: Edition, question: Question, table: Table) -> Line:
    wanted = upper(question)
    part = share(table, wanted)
    return Line(
        UNTOLD if part is None else percent(round(part)),
        question.short or question.label,
        sentences.either(words_of(question, wanted)),
        f"/enquetes/{shown.survey.slug}/resultats/{question.id}/",
        part,
    )
