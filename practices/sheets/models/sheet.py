"""A fiche-repère: what coordinators hold true on one subject, for those who start from zero."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from aict.listing.listed import Listed, listed_indexes
from aict.search.vectors import lead_column, whole_column
from aict.taxonomies.enums import Category, Level
from aict.taxonomies.models import Goal, Indicator, Theme
from practices.sheets.facets import facets_of, words_of
from practices.sheets.querysets import SheetQuerySet

LEAD_FIELDS = ("title", "teaser", "search_text")
BODY_FIELDS = ("definition", "for_whom", "why", "role_ri", "role_eco", "legal", "cautions")
LEVELS = [choice for choice in Level.choices if choice[0] != Level.FOREIGN]


def lines(label: str, longest: int) -> ArrayField:
    return ArrayField(
        models.CharField(max_length=longest), verbose_name=label, default=list, blank=True
    )


class Sheet(Listed):
    KIND, LEAD_FIELDS, BODY_FIELDS = "sheet", LEAD_FIELDS, BODY_FIELDS

    # Given once, at the first publication.
    number = models.PositiveSmallIntegerField("numéro", unique=True)
    title = models.CharField("titre", max_length=120)
    teaser = models.CharField("en une phrase", max_length=200)
    categories = ArrayField(models.CharField(max_length=20, choices=Category.choices), default=list)
    themes = models.ManyToManyField(Theme, verbose_name="thèmes", blank=True)
    goals = models.ManyToManyField(Goal, verbose_name="ODD", blank=True)
    levels = ArrayField(models.CharField(max_length=20, choices=LEVELS), default=list, blank=True)
    in_brief = lines("en bref", 160)
    definition = models.TextField("de quoi parle-t-on ?", max_length=1200)
    for_whom = models.TextField("pour qui, à quel moment ?", max_length=600, blank=True)
    why = models.TextField("pourquoi s’en saisir ?", max_length=1200)
    objectives = lines("objectifs possibles", 200)
    role_ri = models.TextField("les relations internationales", max_length=500, blank=True)
    role_eco = models.TextField("le développement économique", max_length=500, blank=True)
    legal = models.TextField("cadre juridique", max_length=1000)
    cautions = models.TextField("points de vigilance", max_length=600, blank=True)
    legal_checked_on = models.DateField("droit vérifié le")
    indicators = models.ManyToManyField(Indicator, verbose_name="indicateurs", blank=True)
    # By function, never by name.
    authors = lines("auteurs", 150)
    reviewers = lines("relecteurs", 150)
    validated_by = models.CharField("validée par", max_length=200)
    review_on = models.DateField("à revoir le")
    search_vector = whole_column(LEAD_FIELDS, BODY_FIELDS)
    search_lead = lead_column(*LEAD_FIELDS)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = "fiche-repère"
        verbose_name_plural = "fiches-repères"
        indexes = listed_indexes("sheet")

    def get_absolute_url(self):
        return f"/fiches-reperes/{self.slug}/"

    @property
    def category(self) -> str:
        """The one that gives its colour; "" when it holds for several."""
        return self.categories[0] if len(self.categories) == 1 else ""

    def facet_codes(self):
        return facets_of(self)

    def search_words(self):
        return words_of(self)
