"""A survey beside an earlier wave: one chart for each question that both can say something of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from aict.ui.numbers import count
from surveys.models import Survey
from surveys.questionnaire.structure import Question, Questionnaire
from surveys.results import aggregate
from surveys.results.charts import Chart
from surveys.results.charts.waves import over_time
from surveys.results.tables import Table
from surveys.results.waves.matching import Match, matches
from surveys.results.waves.measures import comparable, meaning, measures, shares
from surveys.results.waves.models import EarlierPoll

Shares = dict[str, float | None]
Read = Callable[[str], Sequence[Table]]
LIMITS = (
    "Ce ne sont ni les mêmes personnes, ni toujours les mêmes mots : un écart entre deux années n’est "
    "pas une évolution mesurée. Les personnes répondent si elles le veulent : ces résultats ne "
    "s’étendent pas à toutes les collectivités."
)


@dataclass(frozen=True)
class Wave:
    """What came before: its name in a few words, and its shares by question of the survey read beside it."""

    key: str
    title: str
    year: int
    told: str
    fictional: bool
    shares: dict[str, Shares]
    note: str = ""


def of_poll(poll: EarlierPoll) -> Wave:
    found: dict[str, Shares] = {}
    for figure in poll.figures.all():
        found.setdefault(figure.question, {})[figure.item] = float(figure.share)
    told = f"{poll.year}, {count(poll.n, 'réponse')}" if poll.n is not None else str(poll.year)
    notes = f"{poll.title} : {poll.source}. {poll.notes}".strip()
    return Wave(f"sondage-{poll.pk}", poll.title, poll.year, told, poll.fictional, found, notes)


def of_survey(survey: Survey, form: Questionnaire, other: Survey) -> Wave:
    """The raw counts of another survey, under the names of this one."""
    past = other.form
    found: dict[str, Shares] = {}
    for question, match in matches(survey, form, other, past).items():
        if match and match.question:
            found[question] = renamed(other, past, match)
    n = other.responses.sent().count()
    told = f"{other.year}, {count(n, 'réponse')}"
    return Wave(other.slug, other.title, other.year, told, other.fictional, found, other.title)


def renamed(other: Survey, past: Questionnaire, match: Match) -> Shares:
    asked = past.question(match.question)
    known = shares(asked, aggregate.tables(other, match.question))
    return {mine: known.get(theirs) for mine, theirs in match.items.items()}


def charts(survey: Survey, form: Questionnaire, read: Read, wave: Wave) -> Iterator[Chart]:
    """`read(question)` gives the tables of this survey that may be shown."""
    for question in comparable(form):
        if before := wave.shares.get(question.id):
            yield compared(survey, question, read(question.id), before, wave)


def compared(
    survey: Survey, question: Question, tables: Sequence[Table], before: Shares, wave: Wave
) -> Chart:
    after = shares(question, tables)
    rows = [
        (one.label, one.category, before[one.id], after.get(one.id))
        for one in measures(question)
        if one.id in before
    ]
    now = f"{survey.year}, {count(tables[0].n, 'réponse')}" if tables else str(survey.year)
    return over_time(question, rows, (wave.told, now), (meaning(question),))
