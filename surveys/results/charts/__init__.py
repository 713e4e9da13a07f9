"""Tables of one question in, its chart out."""

from collections.abc import Sequence
from dataclasses import replace

from surveys.questionnaire.structure import Kind, Question, Questionnaire
from surveys.results.charts import against, grids, groups, several, single
from surveys.results.charts.chart import Chart
from surveys.results.charts.empty import TOO_FEW, empty
from surveys.results.charts.notes import UNTOLD
from surveys.results.charts.reading import telling, within
from surveys.results.tables import Table

__all__ = ["Chart", "chart", "of_group"]

GRIDS = {"heat": grids.heat, "funnel": grids.funnel}


def chart(
    questionnaire: Questionnaire,
    question: str,
    tables: Sequence[Table],
    beside: Sequence[Table] = (),
) -> Chart:
    """The chart of `question`, from its tables (one for each column, all crossed by the same question
    or by none). `beside`: those of the question it is read against, when they are to be drawn with it.

    Numbers that the tables do not tell are « non communiqué ». Raises KeyError for an unknown question."""
    asked = questionnaire.question(question)
    if not tables or not tables[0].n:
        return empty(asked)
    if tables[0].crossing:
        across = questionnaire.question(tables[0].crossing)
        return explained(groups.groups(asked, tables, across))
    if not any(telling(table) for table in tables):
        return empty(asked, TOO_FEW, tables[0].n)
    return explained(drawn(questionnaire, asked, tables, beside))


def explained(made: Chart) -> Chart:
    """What is not told is explained where it is met, once."""
    untold = any(cell is None for row in made.rows for cell in row)
    return replace(made, notes=(*made.notes, UNTOLD)) if untold else made


def drawn(
    questionnaire: Questionnaire, asked: Question, tables: Sequence[Table], beside: Sequence[Table]
) -> Chart:
    if beside and asked.against:
        other = questionnaire.question(asked.against)
        if asked.chart == "quadrant":
            return against.quadrant(asked, tables, other, beside)
        if asked.kind is Kind.MATRIX:
            return against.gap(asked, tables, other, beside)
        if asked.kind is Kind.MULTIPLE:
            return several.paired(asked, tables, other, beside)
    return alone(asked, tables)


def alone(asked: Question, tables: Sequence[Table]) -> Chart:
    match asked.kind:
        case Kind.MULTIPLE:
            return several.multiple(asked, tables)
        case Kind.RANKING:
            return several.ranking(asked, tables)
        case Kind.MATRIX:
            return GRIDS.get(asked.chart, grids.diverging)(asked, tables)
        case Kind.SCALE:
            return single.scale(asked, tables)
    return single.bars(asked, tables)


def of_group(tables: Sequence[Table], place: int) -> list[Table]:
    """Crossed tables reduced to one class of groups, so that any chart may be drawn of it alone."""
    return [within(table, place) for table in tables]
