"""What published surveys say of a need: the rows of their questions that carry it."""

from dataclasses import dataclass

from aict.ui.numbers import percent
from surveys.models import Survey
from surveys.questionnaire.structure import Kind, Question
from surveys.results import sentences
from surveys.results.charts.chart import UNTOLD
from surveys.results.charts.grids import upper, words_of
from surveys.results.charts.reading import share
from surveys.results.edition import Edition, edition
from surveys.results.kept import kept
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
    share: float


@dataclass(frozen=True)
class Said:
    survey: Survey
    n: int
    lines: list[Line]


def said_of(need: str) -> list[Said]:
    """By survey, the newest first; those that say nothing of the need are left out."""
    found = []
    for survey in Survey.objects.published()[:MOST]:
        if shown := edition(survey):
            lines = lines_of(shown).get(need, [])
            if lines:
                found.append(Said(survey, shown.release.n, lines))
    return found


def lines_of(shown: Edition) -> dict[str, list[Line]]:
    """{need: its lines}."""
    return kept(("needs", *shown.key), lambda: counted(shown))


def counted(shown: Edition) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for question in shown.questions:
        if question.kind is not Kind.MATRIX:
            continue
        tables = {table.item: table for table in shown.tables(question.id)}
        for row in question.rows:
            if row.need and row.id in tables:
                found.setdefault(row.need, []).append(line(shown, question, tables[row.id]))
    return found


def line(shown: Edition, question: Question, table: Table) -> Line:
    wanted = upper(question)
    part = share(table, wanted)
    return Line(
        UNTOLD if part is None else percent(round(part)),
        question.short or question.label,
        sentences.either(words_of(question, wanted)),
        f"/enquetes/{shown.survey.slug}/resultats/{question.id}/",
        part or 0.0,
    )
