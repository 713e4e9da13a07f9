"""A funding line of the directory. Amounts and rules are dated, sourced data, never code."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aict.listing.listed import Listed, listed_indexes
from aict.search.vectors import lead_column, whole_column
from aict.taxonomies.enums import Category, CountryGroup
from aict.taxonomies.models import Sector
from aict.territories.models import Country
from partnerships import enums
from partnerships.facets import facets_of_funding, words_of_funding
from partnerships.funding.status import Status, status_of
from partnerships.models.actor import Actor
from partnerships.querysets import FundingQuerySet

LEAD_FIELDS = ("title", "official_name", "teaser", "search_text")
BODY_FIELDS = ("summary", "zone", "partner_share", "duration", "payment", "tips")


def choices_array(choices, longest: int = 24) -> ArrayField:
    return ArrayField(
        models.CharField(max_length=longest, choices=choices), default=list, blank=True
    )


def percentage(label: str) -> models.DecimalField:
    return models.DecimalField(label, max_digits=5, decimal_places=2, null=True, blank=True)


class Funding(Listed):
    KIND, LEAD_FIELDS, BODY_FIELDS = "funding", LEAD_FIELDS, BODY_FIELDS

    title = models.CharField("intitulé", max_length=200)
    official_name = models.CharField("nom officiel", max_length=200, blank=True)
    teaser = models.CharField("en une phrase", max_length=200, blank=True)
    summary = models.TextField("l’essentiel", max_length=1200, blank=True)
    funder = models.CharField("financeur", max_length=200, blank=True)
    funder_actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="funds"
    )
    programme = models.CharField("programme", max_length=200, blank=True)
    scale = models.CharField("échelle", max_length=16, choices=enums.Scale.choices, blank=True)
    aids = choices_array(enums.Aid.choices)
    is_call = models.BooleanField("appel à projets", default=False)
    recurrence = models.CharField(
        "récurrence", max_length=12, choices=enums.Recurrence.choices, blank=True
    )
    date_open = models.DateField("ouverture", null=True, blank=True)
    date_predeposit = models.DateField("prédépôt", null=True, blank=True)
    date_close = models.DateField("clôture", null=True, blank=True)
    bodies = choices_array(enums.Body.choices)
    countries = models.ManyToManyField(Country, verbose_name="pays éligibles", blank=True)
    country_groups = choices_array(CountryGroup.choices)
    worldwide = models.BooleanField("tous les pays", default=False)
    # What no list of countries says: « pays signataires », « zones frontalières ».
    zone = models.CharField("zone, en toutes lettres", max_length=200, blank=True)
    categories = choices_array(Category.choices)
    sectors = models.ManyToManyField(Sector, verbose_name="secteurs", blank=True)
    stages = choices_array(enums.ProjectStage.choices)
    amount_min = models.PositiveBigIntegerField("montant minimal (€)", null=True, blank=True)
    amount_max = models.PositiveBigIntegerField("montant maximal (€)", null=True, blank=True)
    rate_min = percentage("taux minimal (%)")
    rate_max = percentage("taux maximal (%)")
    own_share_min = percentage("part minimale de la collectivité (%)")
    inkind_cap = percentage("plafond de valorisation (%)")
    # Where the figures above come from, and when they were read.
    figures_source = models.CharField("source des chiffres", max_length=200, blank=True)
    figures_on = models.DateField("chiffres relevés le", null=True, blank=True)
    partner_share = models.TextField("contribution du partenaire", max_length=400, blank=True)
    duration = models.CharField("durée", max_length=200, blank=True)
    payment = models.TextField("versement", max_length=400, blank=True)
    prerequisites = ArrayField(
        models.CharField(max_length=200), verbose_name="préalables", default=list, blank=True
    )
    combines_with = models.ManyToManyField("self", verbose_name="cumul possible avec", blank=True)
    apply_url = models.URLField("candidater", blank=True)
    info_url = models.URLField("en savoir plus", blank=True)
    tips = models.TextField("conseils de pairs", max_length=800, blank=True)
    source = models.CharField("source", max_length=200, blank=True)
    source_url = models.URLField("adresse de la source", blank=True)
    next_review = models.DateField("prochaine revue", null=True, blank=True)
    search_vector = whole_column(LEAD_FIELDS, BODY_FIELDS)
    search_lead = lead_column(*LEAD_FIELDS)

    objects = FundingQuerySet.as_manager()

    class Meta:
        verbose_name = "financement"
        indexes = [
            *listed_indexes("funding"),
            models.Index(fields=["date_close"], name="funding_close"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(date_close=None)
                | Q(date_open=None)
                | Q(date_close__gte=F("date_open")),
                name="funding_closes_after_opening",
                violation_error_message="La clôture vient après l’ouverture.",
            ),
            models.CheckConstraint(
                condition=Q(amount_max=None)
                | Q(amount_min=None)
                | Q(amount_max__gte=F("amount_min")),
                name="funding_amounts_in_order",
                violation_error_message="Le montant maximal n’est pas inférieur au minimal.",
            ),
            models.CheckConstraint(
                condition=Q(rate_max=None) | Q(rate_min=None) | Q(rate_max__gte=F("rate_min")),
                name="funding_rates_in_order",
                violation_error_message="Le taux maximal n’est pas inférieur au minimal.",
            ),
            models.CheckConstraint(
                condition=Q(
                    rate_min=None,
                    rate_max=None,
                    own_share_min=None,
                    inkind_cap=None,
                    amount_min=None,
                    amount_max=None,
                )
                | (~Q(figures_source="") & Q(figures_on__isnull=False)),
                name="funding_figures_are_sourced",
                violation_error_message="Un montant ou un taux se donne avec sa source et sa date.",
            ),
        ]

    def get_absolute_url(self):
        return f"/financements/{self.slug}/"

    @property
    def permanent(self) -> bool:
        return self.recurrence == enums.Recurrence.PERMANENT

    def status(self, today: date) -> Status:
        return status_of(self.date_open, self.date_close, self.permanent, today)

    def eligible_countries(self) -> models.QuerySet[Country]:
        """Those named, those of its groups, or all; none when only the zone is told."""
        if self.worldwide:
            return Country.objects.all()
        return Country.objects.filter(
            Q(groups__overlap=self.country_groups) | Q(pk__in=[c.pk for c in self.countries.all()])
        )

    def facet_codes(self):
        return facets_of_funding(self)

    def search_words(self):
        return words_of_funding(self)
