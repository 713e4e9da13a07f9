"""The two generated columns that make a row searchable, whatever it tells."""

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db.models import GeneratedField

CONFIG = "french_unaccent"


def lead_column(title: str, *others: str) -> GeneratedField:
    """`search_lead`: the title (weight A) and the other fields of its card (B). Short enough to stay
    in the row: ranking reads it without fetching the long texts."""
    return stored(lead(title, *others))


def whole_column(leading: tuple[str, ...], body: tuple[str, ...]) -> GeneratedField:
    """`search_vector`: the lead, then every field of `body` (weight C)."""
    return stored(lead(*leading) + SearchVector(*body, weight="C", config=CONFIG))


def lead(title: str, *others: str):
    return SearchVector(title, weight="A", config=CONFIG) + SearchVector(
        *others, weight="B", config=CONFIG
    )


def stored(expression) -> GeneratedField:
    return GeneratedField(expression=expression, output_field=SearchVectorField(), db_persist=True)
