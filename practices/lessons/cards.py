"""A lesson in a list."""

from django.utils.html import escape
from django.utils.text import Truncator

from aict.listing.cards import Card, Cards
from aict.ui.typography import french
from practices.lessons.models import Lesson


def load(ids: list[int]) -> dict[int, Card]:
    rows = Lesson.objects.published().filter(pk__in=ids).select_related("modality")
    return {lesson.pk: card(lesson) for lesson in rows}


def card(lesson: Lesson) -> Card:
    modality = lesson.modality.label if lesson.modality else ""
    marks = [lesson.get_level_display(), lesson.get_band_display(), modality]
    return Card(
        url=lesson.get_absolute_url(),
        category=lesson.category,
        title=french(lesson.title),
        teaser=french(Truncator(lesson.instead).chars(200)),
        kicker=" · ".join(filter(None, map(str, marks))),
        meta=escape(lesson.when),
        fictional=lesson.fictional,
    )


CARDS = Cards(load)
