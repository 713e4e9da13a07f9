"""French local authorities, foreign territories and countries, one key for each."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from aict.taxonomies.enums import CountryGroup, Level
from aict.territories.bands import band_of
from aict.territories.names import searched, spaced
from aict.territories.querysets import CountryQuerySet, TerritoryQuerySet


class Key(models.Func):
    """level || '-' || code: concat() is not immutable, so Django's own Concat cannot be generated."""

    template = "(%(expressions)s)"
    arg_joiner = " || '-' || "
    output_field = models.CharField()


class Kind(models.TextChoices):
    """What the level alone does not say."""

    CC = "cc", _("Communauté de communes")
    CA = "ca", _("Communauté d’agglomération")
    CU = "cu", _("Communauté urbaine")
    EPT = "ept", _("Établissement public territorial")
    DELEGATED = "deleguee", _("Commune déléguée")
    ASSOCIATED = "associee", _("Commune associée")
    TOWN = "ville", _("Ville")
    REGION = "region", _("Région")


class Country(models.Model):
    code = models.CharField("code ISO", max_length=2, primary_key=True)
    iso3 = models.CharField("code ISO à trois lettres", max_length=3, blank=True)
    name = models.CharField("nom", max_length=80)
    name_en = models.CharField("nom anglais", max_length=80, blank=True)
    other_names = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    continent = models.CharField("continent", max_length=40, blank=True)
    region = models.CharField("région du monde", max_length=60, blank=True)
    groups = ArrayField(
        models.CharField(max_length=10, choices=CountryGroup.choices), default=list, blank=True
    )
    population = models.PositiveBigIntegerField("population", null=True, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    objects = CountryQuerySet.as_manager()

    class Meta:
        verbose_name = "pays"
        verbose_name_plural = "pays"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z]{2}$"),
                name="country_code_is_iso",
                violation_error_message="Un code de pays a deux lettres capitales.",
            )
        ]

    def __str__(self):
        return self.name


def suggestion_indexes(place: str, here: Q) -> list:
    """By any word of a name, by the beginning of the name, by weight: whichever is the most selective."""
    proposed = here & Q(valid_to=None, is_authority=True)
    return [
        # Written once a year: a list of pending entries would slow down every reading.
        GinIndex(
            OpClass("search_text", "gin_trgm_ops"),
            name=f"territory_text_{place}",
            condition=proposed,
            fastupdate=False,
        ),
        models.Index(fields=["search_name"], name=f"territory_name_{place}", condition=proposed),
        models.Index(F("weight").desc(), name=f"territory_weight_{place}", condition=proposed),
    ]


class Territory(models.Model):
    """An authority (`is_authority`), or an area whose council is `carried_by` another one.

    A row is never deleted: it ends on `valid_to`, the first day it is no longer known, and
    `successor` says who took over."""

    level = models.CharField("niveau", max_length=20, choices=Level.choices)
    code = models.CharField("code", max_length=20)
    key = models.GeneratedField(
        expression=Key("level", "code"),
        output_field=models.CharField(max_length=41),
        db_persist=True,
        unique=True,
    )
    kind = models.CharField("nature", max_length=10, choices=Kind.choices, blank=True)
    name = models.CharField("nom", max_length=120)
    other_names = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    siren = models.CharField("SIREN", max_length=9, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, default="FR", db_index=False)
    departement = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    region = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    epci = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="EPCI"
    )
    ept = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    population = models.PositiveIntegerField("population", null=True, blank=True)
    # Order of suggestions: the population, or that of its towns for a foreign region.
    weight = models.PositiveIntegerField("poids", default=0)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    approximate = models.BooleanField("position approximative", default=False)
    valid_from = models.DateField("valable depuis", null=True, blank=True)
    valid_to = models.DateField("valable jusqu’au", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="predecessors"
    )
    is_authority = models.BooleanField("a un conseil", default=True)
    carried_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="areas"
    )
    acts_as = ArrayField(
        models.CharField(max_length=20, choices=Level.choices), default=list, blank=True
    )
    search_name = models.CharField(max_length=120, default="", editable=False)
    search_text = models.TextField(default="", editable=False)

    objects = TerritoryQuerySet.as_manager()

    class Meta:
        verbose_name = "territoire"
        indexes = [
            models.Index(
                OpClass("siren", "varchar_pattern_ops"),
                name="territory_siren",
                condition=~Q(siren=""),
            ),
            models.Index(
                OpClass("code", "varchar_pattern_ops"),
                name="territory_code",
                condition=~Q(level="etranger") & Q(valid_to=None, is_authority=True),
            ),
            models.Index(fields=["ept"], name="territory_ept", condition=Q(ept__isnull=False)),
            models.Index(
                fields=["level", "kind", "population"],
                name="territory_alike",
                condition=Q(valid_to=None, is_authority=True),
            ),
            *suggestion_indexes("france", ~Q(level="etranger")),
            *suggestion_indexes("abroad", Q(level="etranger")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(siren="") | Q(siren__regex=r"^[0-9]{9}$"),
                name="territory_siren_nine_digits",
                violation_error_message="Un SIREN a neuf chiffres.",
            ),
            models.CheckConstraint(
                condition=Q(level="etranger") ^ Q(country="FR"),
                name="territory_abroad_or_french",
                violation_error_message="Un territoire étranger n’est pas en France.",
            ),
            models.CheckConstraint(
                condition=Q(carried_by=None) | Q(is_authority=False),
                name="territory_carried_has_no_council",
                violation_error_message="Une aire gouvernée par une autre collectivité n’a pas de conseil.",
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | Q(valid_to__isnull=False),
                name="territory_successor_when_ended",
                violation_error_message="Seul un territoire qui a pris fin a un successeur.",
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lt=F("valid_to")),
                name="territory_ends_after_start",
                violation_error_message="La fin de validité suit le début.",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(
                    latitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__isnull=False,
                    longitude__range=(-180, 180),
                ),
                name="territory_point_on_earth",
                violation_error_message="Latitude et longitude vont ensemble, dans leurs bornes.",
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        names = searched(self.level, self.name, self.other_names)
        self.search_name = names.split("|")[0]
        self.search_text = spaced(names)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return f"/territoires/{self.key}/"

    @property
    def population_band(self) -> str:
        """The band (FIELD vocabulary) this population falls in; "" when unknown."""
        return band_of(self.population)

    @property
    def levels(self) -> list[str]:
        """Its level, then those whose powers it holds too: Paris is also commune and département."""
        return [self.level, *self.acts_as]

    @property
    def nature(self) -> str:
        """What it is, in words: « Communauté urbaine », « Département », « Ville » …"""
        return self.get_kind_display() or self.get_level_display()

    @property
    def detail(self) -> str:
        """What tells it from its namesakes. Reads three parents: `with_places()`."""
        departement = self.departement.name if self.departement else None
        region = self.region.name if self.region else None
        return detail_of(self.level, self.kind, departement, region, self.country.name)


def detail_of(
    level: str, kind: str, departement: str | None, region: str | None, country: str
) -> str:
    """« Commune · Isère », « Ville · Saint-Louis, Sénégal »."""
    nature = str(Kind(kind).label if kind else Level(level).label)
    if level == Level.FOREIGN:
        return f"{nature} · {region}, {country}" if region else f"{nature} · {country}"
    # « Communauté de communes du Trièves » says what it is.
    named = kind in {Kind.CC, Kind.CA, Kind.CU}
    parent = region if level == Level.DEPARTEMENT else departement
    return " · ".join(filter(None, ["" if named else nature, parent]))


class ReferenceFile(models.Model):
    """Which data file was loaded last: the same file is not read twice."""

    name = models.CharField("fichier", max_length=40, primary_key=True)
    digest = models.CharField("empreinte", max_length=64)
    rows = models.PositiveIntegerField("lignes")
    loaded_at = models.DateTimeField("chargé le", auto_now=True)

    class Meta:
        verbose_name = "fichier de référence"
        verbose_name_plural = "fichiers de référence"

    def __str__(self):
        return self.name
