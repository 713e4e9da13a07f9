"""French local authorities, foreign territories and countries, one key for each."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from aict.taxonomies.enums import CountryGroup, Level, PopulationBand


class Key(models.Func):
    """level || '-' || code: concat() is not immutable, so Django's own Concat cannot be generated."""

    template = "(%(expressions)s)"
    arg_joiner = " || '-' || "
    output_field = models.CharField()


BAND_LIMITS = [
    (5_000, PopulationBand.UNDER_5K),
    (20_000, PopulationBand.FROM_5K),
    (50_000, PopulationBand.FROM_20K),
    (100_000, PopulationBand.FROM_50K),
    (200_000, PopulationBand.FROM_100K),
]


class Country(models.Model):
    code = models.CharField("code ISO", max_length=2, primary_key=True)
    name = models.CharField("nom", max_length=80)
    name_en = models.CharField("nom anglais", max_length=80, blank=True)
    continent = models.CharField("continent", max_length=40, blank=True)
    groups = ArrayField(
        models.CharField(max_length=10, choices=CountryGroup.choices), default=list, blank=True
    )
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    class Meta:
        verbose_name = "pays"
        verbose_name_plural = "pays"
        ordering = ["name"]

    def __str__(self):
        return self.name


class Territory(models.Model):
    level = models.CharField("niveau", max_length=20, choices=Level.choices)
    code = models.CharField("code", max_length=20)
    key = models.GeneratedField(
        expression=Key("level", "code"),
        output_field=models.CharField(max_length=41),
        db_persist=True,
        unique=True,
    )
    name = models.CharField("nom", max_length=120)
    siren = models.CharField("SIREN", max_length=9, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, default="FR")
    departement = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    region = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    epci = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    population = models.PositiveIntegerField("population", null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    approximate = models.BooleanField("position approximative", default=False)
    valid_from = models.DateField("valable depuis", null=True, blank=True)
    valid_to = models.DateField("valable jusqu’au", null=True, blank=True)
    successor = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "territoire"

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"/territoires/{self.key}/"

    @property
    def population_band(self) -> str:
        """The band (FIELD vocabulary) this population falls in; "" when unknown."""
        if self.population is None:
            return ""
        return next((b for limit, b in BAND_LIMITS if self.population < limit), PopulationBand.OVER_200K)
