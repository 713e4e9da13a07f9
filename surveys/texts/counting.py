"""Themes as counts, for what publishes them."""

from django.db import connection

from surveys.models import Survey
from surveys.texts import reading

# Which text speaks of what, whatever the order.
MARK = """
SELECT count(*), coalesce(sum(hashtextextended(c.response_id::text || '/' || c.theme_id, 0)::numeric), 0)
FROM texts_coding c JOIN texts_theme t ON t.id = c.theme_id WHERE t.survey_id = %s
"""


def counts(survey: Survey, question: str) -> dict[int, int]:
    """Texts by theme; a theme given to no text is one that nobody speaks of."""
    return {theme.pk: theme.texts for theme in reading.themes(survey, question)}


def all_sorted(survey: Survey, question: str) -> bool:
    """Whether every text has a theme: before that, counts would mean nothing."""
    return not reading.texts(survey, question).filter(themed=False).exists()


def labels(survey: Survey, question: str) -> dict[int, str]:
    return {theme.pk: theme.label for theme in reading.themes(survey, question)}


def mark_of(survey: Survey) -> str:
    """Another mark, other themes."""
    with connection.cursor() as cursor:
        cursor.execute(MARK, [survey.pk])
        return "/".join(str(part) for part in cursor.fetchone())
