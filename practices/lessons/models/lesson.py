"""« Ce que nous ne referions pas », as everybody reads it. Nothing here leads to who told it."""

from datetime import date, datetime
from secrets import randbelow

from django.db import models
from django.urls import reverse
from django.utils import timezone

from aict.listing.listed import Listed, ListedQuerySet, listed_indexes
from aict.search.vectors import lead_column, whole_column
from aict.taxonomies.enums import Category, Level, PopulationBand
from aict.taxonomies.models import Modality

KIND = "lesson"
LEAD_FIELDS = ("title", "instead", "search_text")
BODY_FIELDS = ("situation", "tried", "wrong")
TEXTS = ("title", "situation", "tried", "wrong", "instead")
MARKS = ("level", "band", "category", "modality")
LEVELS = [choice for choice in Level.choices if choice[0] != Level.FOREIGN]
QUARTERS = ("1er", "2e", "3e", "4e")


def random_id() -> int:
    """No order, no neighbour: a number in a row would follow that of the private statement."""
    return randbelow(2**53 - 1) + 1


class Told(models.Model):
    """The words of a lesson and its four marks, in public as in private. An empty mark is not told."""

    title = models.CharField("titre", max_length=100)
    situation = models.TextField("la situation", max_length=1000)
    tried = models.TextField("ce qui a été tenté", max_length=1500)
    wrong = models.TextField("ce qui n’a pas marché", max_length=1500)
    instead = models.TextField("ce que nous ferions à la place", max_length=1500)
    level = models.CharField("type de collectivité", max_length=20, choices=LEVELS, blank=True)
    band = models.CharField("taille", max_length=12, choices=PopulationBand.choices, blank=True)
    category = models.CharField("catégorie", max_length=20, choices=Category.choices)
    modality = models.ForeignKey(
        Modality, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="modalité d’action",
    )  # fmt: skip

    class Meta:
        abstract = True


class LessonQuerySet(ListedQuerySet):
    def told_between(self, since, until):
        """Once their quarter is over: a digest of the month would say which month it was."""
        found = self.filter(
            updated_at__gte=quarter_before(since), updated_at__lt=quarter_before(until)
        )
        return found.annotate(first_on=models.Value(since))

    def with_relations(self):
        return self.select_related("modality")


class Lesson(Told, Listed):
    """Its number is random, its date the first day of a quarter, and no column points to a person, a
    territory, a practice or a contribution."""

    KIND, LEAD_FIELDS, BODY_FIELDS = KIND, LEAD_FIELDS, BODY_FIELDS

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    contribution = None  # type: ignore[assignment]
    quarter = models.DateField("trimestre")
    fictional = models.BooleanField("fictif", default=False)
    search_vector = whole_column(LEAD_FIELDS, BODY_FIELDS)
    search_lead = lead_column(*LEAD_FIELDS)

    objects = LessonQuerySet.as_manager()

    class Meta:
        verbose_name = "retour d’expérience"
        verbose_name_plural = "retours d’expérience"
        indexes = listed_indexes("lesson")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quarter__day=1, quarter__month__in=[1, 4, 7, 10]),
                name="lesson_quarter_only",
                violation_error_message="La date d’un retour d’expérience est celle d’un trimestre.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("lessons:detail", args=[self.slug])

    @property
    def when(self) -> str:
        """« 4e trimestre 2026 »."""
        return f"{QUARTERS[(self.quarter.month - 1) // 3]} trimestre {self.quarter.year}"

    def facet_codes(self) -> list[str]:
        codes = {
            "categorie": self.category,
            "niveau": self.level,
            "taille": self.band,
            "modalite": self.modality.slug if self.modality else "",
            "annee": str(self.quarter.year),
        }
        return sorted(f"{name}:{value}" for name, value in codes.items() if value)

    def search_words(self) -> str:
        return " · ".join(marks_of(self))


def marks_of(told: Told) -> list[str]:
    """The marks in words, less those that are not told."""
    words = [
        told.get_level_display(),
        told.get_band_display(),
        told.get_category_display(),
        told.modality.label if told.modality else "",
    ]
    return [str(word) for word in words if word]


def quarter_before(moment: datetime) -> datetime:
    """Three months earlier; what it is compared with begins a month."""
    moment = timezone.localtime(moment)
    month, day = moment.month - 3, min(moment.day, 28)
    if month < 1:
        return moment.replace(year=moment.year - 1, month=month + 12, day=day)
    return moment.replace(month=month, day=day)


def quarter_of(day: date) -> date:
    """The first day of its quarter."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
