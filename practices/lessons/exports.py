"""The same list as a spreadsheet."""

from collections.abc import Iterator

from django.conf import settings
from django.http import QueryDict, StreamingHttpResponse

from aict.ui.transfer import csv_response
from practices.lessons.filters import LessonFilter
from practices.lessons.models import Lesson

HEADER = (
    *("titre", "adresse", "catégorie", "type de collectivité", "taille", "modalité"),
    *("situation", "ce qui a été tenté", "ce qui n’a pas marché", "à la place", "trimestre"),
    "exemple fictif",
)


def csv(data: QueryDict) -> StreamingHttpResponse:
    """Everything that answers `data` (already checked)."""
    found = LessonFilter(data, Lesson.objects.published()).qs.select_related("modality")
    rows = (line(lesson) for lesson in found.iterator(chunk_size=500))
    return csv_response("retours-d-experience.csv", HEADER, rows)


def line(lesson: Lesson) -> Iterator[object]:
    yield from (lesson.title, settings.SITE_URL + lesson.get_absolute_url())
    yield from (lesson.get_category_display(), lesson.get_level_display())
    yield from (lesson.get_band_display(), lesson.modality or "")
    yield from (lesson.situation, lesson.tried, lesson.wrong, lesson.instead, lesson.when)
    yield "oui" if lesson.fictional else "non"
