"""Rows everything is filed under. Loaded from data/ by loader.py; never deleted, only retired."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from aict.taxonomies.enums import Category


class TermQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(retired=False)


class Term(models.Model):
    slug = models.SlugField("identifiant", max_length=60, unique=True)
    label = models.CharField("libellé", max_length=120)
    definition = models.TextField("définition", blank=True)
    order = models.PositiveSmallIntegerField("ordre", default=0)
    retired = models.BooleanField("retiré", default=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "label"]

    def __str__(self):
        return self.label


class Modality(Term):
    """A mode of action (modalité d'action): what a category is made of."""

    categories = ArrayField(models.CharField(max_length=20, choices=Category.choices))

    class Meta(Term.Meta):
        verbose_name = "modalité d’action"
        verbose_name_plural = "modalités d’action"


class Theme(Term):
    class Meta(Term.Meta):
        verbose_name = "thème"


class Need(Term):
    class Meta(Term.Meta):
        verbose_name = "besoin"

    def get_absolute_url(self) -> str:
        return f"/besoins/{self.slug}/"


class Offer(Term):
    class Meta(Term.Meta):
        verbose_name = "apport d’un acteur"
        verbose_name_plural = "apports des acteurs"


class Service(Term):
    """A department of a local authority: relations internationales, développement économique …"""

    class Meta(Term.Meta):
        verbose_name = "service"


class ActorType(Term):
    class Meta(Term.Meta):
        verbose_name = "type d’acteur"
        verbose_name_plural = "types d’acteurs"


class Sector(Term):
    """A plain sector of ours, mapped to OECD-DAC purpose codes (CAD) for e-APD and IATI."""

    cad_codes = ArrayField(models.CharField(max_length=5), default=list, blank=True)

    class Meta(Term.Meta):
        verbose_name = "secteur"


class Goal(Term):
    """One of the 17 sustainable development goals (ODD); `slug` is its number."""

    colour = models.CharField("couleur", max_length=7)

    class Meta(Term.Meta):
        verbose_name = "objectif de développement durable"
        verbose_name_plural = "objectifs de développement durable"


class Indicator(Term):
    """A local-impact indicator of the catalogue, with how to collect it and its caveats."""

    unit = models.CharField("unité", max_length=40)
    categories = ArrayField(models.CharField(max_length=20, choices=Category.choices))
    method = models.TextField("méthode")
    cost = models.CharField("coût de collecte", max_length=120)
    caveat = models.TextField("précaution")

    class Meta(Term.Meta):
        verbose_name = "indicateur"
