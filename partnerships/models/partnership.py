"""A lasting link between French and foreign territories that was accepted for publication."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aict.listing.listed import Listed, listed_indexes
from aict.search.vectors import lead_column, whole_column
from aict.taxonomies.enums import Category, Side
from aict.taxonomies.models import ActorType, Goal, Modality, Sector
from aict.territories.models import Country, Territory
from partnerships import enums
from partnerships.facets import facets_of_partnership, words_of_partnership
from partnerships.models.actor import Actor
from partnerships.querysets import PartnershipQuerySet

LEAD_FIELDS = ("title", "teaser", "search_text")
BODY_FIELDS = ("summary", "benefits_here", "benefits_there", "suspended_reason")


class Partnership(Listed):
    """At least two territories, one French and one foreign: kept by a deferred trigger of the table
    that holds the parties."""

    KIND, LEAD_FIELDS, BODY_FIELDS = "partnership", LEAD_FIELDS, BODY_FIELDS

    title = models.CharField("intitulé", max_length=200)
    teaser = models.CharField("en une phrase", max_length=200, blank=True)
    parties = models.ManyToManyField(
        Territory, verbose_name="territoires", related_name="partnerships"
    )
    form = models.CharField("forme", max_length=20, choices=enums.Form.choices, blank=True)
    stage = models.CharField("stade", max_length=16, choices=enums.Stage.choices, blank=True)
    suspended_reason = models.CharField("pourquoi il est suspendu", max_length=300, blank=True)
    origin = models.CharField("origine", max_length=10, choices=enums.Origin.choices, blank=True)
    # A reference row may know the year alone.
    year_signed = models.PositiveSmallIntegerField("année de signature", null=True, blank=True)
    date_signed = models.DateField("signé le", null=True, blank=True)
    date_end = models.DateField("échéance", null=True, blank=True)
    renewal = models.CharField(
        "renouvellement", max_length=10, choices=enums.Renewal.choices, blank=True
    )
    categories = ArrayField(
        models.CharField(max_length=20, choices=Category.choices), default=list, blank=True
    )
    modalities = models.ManyToManyField(Modality, verbose_name="modalités d’action", blank=True)
    sectors = models.ManyToManyField(Sector, verbose_name="secteurs", blank=True)
    goals = models.ManyToManyField(Goal, verbose_name="ODD", blank=True)
    summary = models.TextField("l’essentiel", max_length=800, blank=True)
    benefits_here = models.TextField("bénéfices ici", max_length=600, blank=True)
    benefits_there = models.TextField("bénéfices là-bas", max_length=600, blank=True)
    source = models.CharField("source", max_length=200, blank=True)
    source_url = models.URLField("adresse de la source", blank=True)
    search_vector = whole_column(LEAD_FIELDS, BODY_FIELDS)
    search_lead = lead_column(*LEAD_FIELDS)

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = "partenariat"
        indexes = [
            *listed_indexes("partnership"),
            models.Index(fields=["date_end"], name="partnership_end"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(date_end=None) | Q(date_signed=None) | Q(date_end__gt=F("date_signed")),
                name="partnership_ends_after_start",
                violation_error_message="L’échéance vient après la signature.",
            ),
            models.CheckConstraint(
                condition=~Q(stage=enums.Stage.SUSPENDED) | ~Q(suspended_reason=""),
                name="partnership_suspended_says_why",
                violation_error_message="Dites pourquoi le partenariat est suspendu.",
            ),
        ]

    def get_absolute_url(self):
        return f"/partenariats/{self.slug}/"

    def facet_codes(self):
        return facets_of_partnership(self)

    def search_words(self):
        return words_of_partnership(self)


class Mobilised(models.Model):
    """An economic actor that a partnership mobilises, on one side."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="mobilised")
    order = models.PositiveSmallIntegerField(default=0)
    name = models.CharField("nom", max_length=200)
    actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="mobilised"
    )
    actor_type = models.ForeignKey(ActorType, models.PROTECT, null=True, blank=True)
    side = models.CharField("de quel côté", max_length=6, choices=Side.choices)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)
    role = models.CharField("rôle", max_length=150, blank=True)

    class Meta:
        verbose_name = "acteur mobilisé"
        verbose_name_plural = "acteurs mobilisés"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name
