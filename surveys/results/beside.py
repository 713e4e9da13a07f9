"""What other rooms show with the results. They register in `ready()`, so that results need not know them."""

from collections.abc import Callable, Iterable

from surveys.models import Survey

# HTML shown after the charts of a survey.
AFTER: list[Callable[[Survey], str]] = []
# Sentences of respondents that two people let through: (text, theme or "").
QUOTES: list[Callable[[Survey], Iterable[tuple[str, str]]]] = []
# Themes of what was written freely: (label, how many or none).
THEMES: list[Callable[[Survey], Iterable[tuple[str, int | None]]]] = []


def quotes(survey: Survey) -> list[tuple[str, str]]:
    return [quote for read in QUOTES for quote in read(survey)]


def themes(survey: Survey) -> list[tuple[str, int | None]]:
    return [theme for read in THEMES for theme in read(survey)]
