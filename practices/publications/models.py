"""A study, proceedings, an analysis: out, or announced."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from aict.listing.listed import Listed, listed_indexes
from aict.listing.values import FIRST_YEAR, LAST_YEAR
from aict.search.vectors import lead_column, whole_column
from aict.taxonomies.enums import Category
from aict.taxonomies.models import Theme
from practices.publications.enums import DocumentType, Standing, Tongue
from practices.publications.facets import facets_of, words_of
from practices.publications.querysets import PublicationQuerySet

LEAD_FIELDS = ("title", "teaser", "search_text")
BODY_FIELDS = ("summary", "publishers", "source")
HERE = RegexValidator(r"^/(?!/)[^\s\\]*$", "Donnez une adresse de ce site, qui commence par « / ».")


class Publication(Listed):
    KIND, LEAD_FIELDS, BODY_FIELDS = "publication", LEAD_FIELDS, BODY_FIELDS

    title = models.CharField("titre", max_length=200)
    type = models.CharField("type", max_length=12, choices=DocumentType.choices)
    standing = models.CharField(
        "statut", max_length=8, choices=Standing.choices, default=Standing.OUT
    )
    publishers = models.CharField("organismes qui publient", max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(
        "année",
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    month = models.PositiveSmallIntegerField("mois", null=True, blank=True)
    # « 2025 », « printemps 2027 »: as it was announced, never as it is hoped.
    announced = models.CharField("période annoncée", max_length=60, blank=True)
    teaser = models.CharField("en une phrase", max_length=200, blank=True)
    summary = models.TextField("résumé", max_length=3000, blank=True)
    link = models.URLField("où la lire", blank=True)
    here = models.CharField("page de ce site", max_length=200, blank=True, validators=[HERE])
    pages = models.PositiveSmallIntegerField("nombre de pages", null=True, blank=True)
    language = models.CharField("langue", max_length=2, choices=Tongue.choices, blank=True)
    categories = ArrayField(
        models.CharField(max_length=24, choices=Category.choices), default=list, blank=True
    )
    themes = models.ManyToManyField(Theme, verbose_name="thèmes", blank=True)
    source = models.CharField("source de ces renseignements", max_length=300, blank=True)
    search_vector = whole_column(LEAD_FIELDS, BODY_FIELDS)
    search_lead = lead_column(*LEAD_FIELDS)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = "publication"
        indexes = listed_indexes("publication")
        constraints = [
            models.CheckConstraint(
                condition=Q(standing=Standing.ANNOUNCED) | Q(year__isnull=False),
                name="publication_out_has_year",
                violation_error_message="Une publication parue a une année.",
            ),
            models.CheckConstraint(
                condition=Q(standing=Standing.OUT) | ~Q(announced=""),
                name="publication_announced_when",
                violation_error_message="Dites pour quand la publication est annoncée.",
            ),
            models.CheckConstraint(
                condition=Q(month=None) | Q(month__range=(1, 12), year__isnull=False),
                name="publication_month_of_a_year",
                violation_error_message="Un mois se donne avec son année.",
            ),
        ]

    def get_absolute_url(self):
        return f"/publications/{self.slug}/"

    @property
    def out(self) -> bool:
        return self.standing == Standing.OUT

    def facet_codes(self):
        return facets_of(self)

    def search_words(self):
        return words_of(self)
