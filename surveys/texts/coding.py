"""Sorting texts into themes."""

from django.db import transaction

from surveys.models import Survey
from surveys.texts.models import Coding, Theme


@transaction.atomic
def code(survey: Survey, question: str, response: object, chosen: set[int]) -> None:
    """The text speaks of these themes and of no other. Ids of other questions are left out."""
    known = set(
        Theme.objects.filter(survey=survey, question=question, pk__in=chosen).values_list(
            "pk", flat=True
        )
    )
    mine = Coding.objects.filter(response_id=response, theme__question=question)
    mine.exclude(theme__in=known).delete()
    rows = [Coding(response_id=response, theme_id=theme) for theme in sorted(known)]
    Coding.objects.bulk_create(rows, ignore_conflicts=True)
