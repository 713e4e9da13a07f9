"""Minimal for now: what a practice names. Partnerships, actors and funding get their own pages later."""

from django.db import models

from aict.taxonomies.models import ActorType
from aict.territories.models import Country


class Partnership(models.Model):
    name = models.CharField("intitulé", max_length=200, unique=True)
    countries = models.ManyToManyField(Country, verbose_name="pays", blank=True)

    class Meta:
        verbose_name = "partenariat"

    def __str__(self):
        return self.name


class Actor(models.Model):
    name = models.CharField("nom", max_length=200)
    actor_type = models.ForeignKey(ActorType, models.PROTECT, null=True, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, default="FR")

    class Meta:
        verbose_name = "acteur économique"
        verbose_name_plural = "acteurs économiques"
        constraints = [models.UniqueConstraint(fields=["name", "country"], name="actor_once")]

    def __str__(self):
        return self.name


class Funding(models.Model):
    name = models.CharField("intitulé", max_length=200, unique=True)
    funder = models.CharField("financeur", max_length=200, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name = "financement"

    def __str__(self):
        return self.name
