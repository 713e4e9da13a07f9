"""Free words in the results: themes counted like options that are ticked, sentences that two people let through."""

from collections.abc import Iterator
from dataclasses import replace

from surveys.models import Survey
from surveys.questionnaire.layout import YES_NO
from surveys.questionnaire.structure import Question
from surveys.results import reading, settings
from surveys.results.models import Release
from surveys.results.options import Ticked
from surveys.results.pooling import K
from surveys.results.publishing import Published, Withheld, asked_openly
from surveys.results.tables import Table
from surveys.texts import counting
from surveys.texts.reading import approved, questions

YES, NO = (option.id for option in YES_NO)
UNSORTED = "tous les textes n’ont pas encore un thème"
PREFIX = "theme-"


def publish(survey: Survey, count, told: Published) -> None:
    """Add to `told` the tables of themes of each question whose texts are all sorted."""
    for question in questions(survey):
        found = counting.counts(survey, question.id)
        if not found:
            continue
        if not counting.all_sorted(survey, question.id):
            told.withheld.append(Withheld(question.id, "", "", UNSORTED))
            continue
        (written,) = count(question.id, "")
        told.tables += shown(question, written, found, told)


def shown(
    question: Question, written: Table, found: dict[int, int], told: Published
) -> list[Table]:
    """`written` says who wrote something; `found`, of what."""
    if question.condition and not asked_openly(question, written, told, K):
        return []
    tables = [theme_table(written, theme, n) for theme, n in found.items()]
    return Ticked(tables, yes=(YES,), no=NO).shown_options()


def theme_table(written: Table, theme: int, n: int) -> Table:
    """Of those who wrote, how many speak of it."""
    totals = dict(zip(written.values, written.totals, strict=True))
    totals[(YES,)], totals[(NO,)] = n, (totals[(YES,)] or 0) - n
    return replace(
        written, item=f"{PREFIX}{theme}", totals=tuple(totals[v] for v in written.values)
    )


def themes(survey: Survey) -> Iterator[tuple[str, int | None]]:
    """(theme, how many texts or None) of every question whose themes are shown."""
    release = reading.current(survey) if survey.is_published else reading.preview(survey)
    without = settings.off(survey, "themes")
    for question in questions(survey):
        if release and question.id not in without:
            yield from themes_of(release, question)


def themes_of(release: Release, question: Question) -> list[tuple[str, int | None]]:
    """The most frequent first, as the release tells them, whether they are shown or not."""
    names = counting.labels(release.survey, question.id)
    tables = reading.tables(release, question.id, "")
    found = [(names.get(number_of(t), ""), t.total(YES)) for t in tables]
    return sorted((f for f in found if f[0]), key=lambda f: (-(f[1] or 0), f[0]))


def number_of(table: Table) -> int:
    return int(table.item.removeprefix(PREFIX))


def quotes(survey: Survey) -> Iterator[tuple[str, str]]:
    """(quote, its theme or "") of every question whose quotes are shown."""
    without = settings.off(survey, "quotes")
    for quote in approved(survey):
        if quote.question not in without:
            yield quote.text, quote.theme.label if quote.theme else ""
