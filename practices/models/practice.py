"""A strategy or a project that was accepted for publication. Drafts live in moderation."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from taggit.managers import TaggableManager

from aict.listing.listed import Listed, listed_indexes
from aict.moderation.models import Contribution
from aict.search.vectors import lead_column, whole_column
from aict.taxonomies import enums
from aict.taxonomies.models import Goal, Modality, Sector, Service, Theme
from aict.territories.models import Country, Territory
from practices.facets import facets_of, search_text_of
from practices.querysets import PracticeQuerySet

KIND = "practice"

LEAD_FIELDS = ("title", "teaser", "search_text")
BODY_FIELDS = (
    *("summary", "benefit", "context", "beneficiaries_here", "beneficiaries_there"),
    *("local_impact", "partner_impact", "difficulties", "not_again"),
    *(
        "transfer_essential",
        "transfer_adapt",
        "transfer_specific",
        "governance",
        "means",
        "evaluation",
    ),
)


class Practice(Listed):
    KIND, LEAD_FIELDS, BODY_FIELDS = KIND, LEAD_FIELDS, BODY_FIELDS

    # What is told in two minutes (express tier).
    nature = models.CharField("nature", max_length=12, choices=enums.Nature.choices)
    title = models.CharField("titre", max_length=100)
    teaser = models.CharField("en une phrase", max_length=200)
    category = models.CharField("catégorie", max_length=20, choices=enums.Category.choices)
    secondary_categories = ArrayField(
        models.CharField(max_length=20, choices=enums.Category.choices), default=list, blank=True
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="practices"
    )
    # Typed by the officer when the list lacks it; a coordinator reconciles it later.
    territory_name = models.CharField("collectivité (saisie libre)", max_length=150, blank=True)
    service = models.ForeignKey(Service, models.PROTECT, verbose_name="service porteur")
    summary = models.TextField("l’essentiel", max_length=800)
    countries = models.ManyToManyField(Country, verbose_name="pays partenaires", blank=True)
    partner_territories = models.ManyToManyField(
        Territory, verbose_name="territoires partenaires", blank=True, related_name="+"
    )
    modalities = models.ManyToManyField(Modality, verbose_name="modalités d’action")
    themes = models.ManyToManyField(Theme, verbose_name="thèmes", blank=True)
    cost_band = models.CharField("coût", max_length=16, choices=enums.CostBand.choices)
    benefit = models.CharField("ce que cela a apporté ici", max_length=200)
    # The full case.
    status = models.CharField("état", max_length=12, choices=enums.Status.choices, blank=True)
    date_start = models.DateField("début", null=True, blank=True)
    date_end = models.DateField("fin", null=True, blank=True)
    context = models.TextField("besoin ou commande de départ", max_length=1000, blank=True)
    elected = models.CharField("délégation de l’élu·e référent·e", max_length=150, blank=True)
    beneficiaries_here = models.TextField("bénéficiaires ici", max_length=300, blank=True)
    beneficiaries_there = models.TextField("bénéficiaires là-bas", max_length=300, blank=True)
    budget_total = models.PositiveBigIntegerField("budget total (€)", null=True, blank=True)
    budget_year = models.PositiveBigIntegerField("budget annuel (€)", null=True, blank=True)
    staff_fte = models.DecimalField(
        "temps agent (ETP)", max_digits=5, decimal_places=2, null=True, blank=True
    )
    evidence = models.PositiveSmallIntegerField(
        "niveau de preuve", choices=enums.Evidence.choices, default=enums.Evidence.DECLARED
    )
    local_impact = models.TextField(
        "effets pour le territoire français", max_length=600, blank=True
    )
    partner_impact = models.TextField("effets pour le partenaire", max_length=600, blank=True)
    difficulties = models.TextField("difficultés rencontrées", max_length=800, blank=True)
    not_again = models.TextField("ce que nous ne referions pas", max_length=500, blank=True)
    transfer_essential = models.TextField("indispensable", max_length=400, blank=True)
    transfer_adapt = models.TextField("à adapter", max_length=400, blank=True)
    transfer_specific = models.TextField("spécifique à nous", max_length=400, blank=True)
    competence_basis = models.CharField("base de compétence", max_length=200, blank=True)
    sectors = models.ManyToManyField(Sector, verbose_name="secteurs", blank=True)
    goals = models.ManyToManyField(Goal, verbose_name="ODD", blank=True)
    keywords = TaggableManager("mots-clés", blank=True)
    # A contribution, because the partnership it names may not be published yet.
    partnership = models.ForeignKey(
        Contribution,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="practices_within",
        verbose_name="partenariat",
    )
    # A strategy's own case.
    deliberation_date = models.DateField("date de la délibération", null=True, blank=True)
    deliberation_reference = models.CharField("référence", max_length=100, blank=True)
    period_start = models.PositiveSmallIntegerField("première année", null=True, blank=True)
    period_end = models.PositiveSmallIntegerField("dernière année", null=True, blank=True)
    governance = models.TextField("gouvernance", max_length=1000, blank=True)
    means = models.TextField("moyens", max_length=600, blank=True)
    evaluation = models.TextField("évaluation", max_length=800, blank=True)
    carried_out_by = models.ManyToManyField(
        "self", symmetrical=False, related_name="carries_out", blank=True
    )
    licence = models.CharField(
        max_length=10, choices=enums.Licence.choices, default=enums.Licence.LO2
    )
    contact_mode = models.CharField(
        "contact", max_length=12, choices=enums.ContactMode.choices, default=enums.ContactMode.RELAY
    )
    search_vector = whole_column(LEAD_FIELDS, BODY_FIELDS)
    search_lead = lead_column(*LEAD_FIELDS)

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = "pratique"
        indexes = listed_indexes("practice")
        constraints = [
            models.CheckConstraint(
                condition=Q(territory__isnull=False) | ~Q(territory_name=""),
                name="practice_has_territory",
                violation_error_message="Indiquez la collectivité porteuse.",
            ),
            models.CheckConstraint(
                condition=Q(date_end__isnull=True) | Q(date_end__gte=models.F("date_start")),
                name="practice_ends_after_start",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            models.CheckConstraint(
                condition=Q(period_end__isnull=True) | Q(period_end__gte=models.F("period_start")),
                name="strategy_period_ends_after_start",
                violation_error_message="La dernière année ne peut pas précéder la première.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("practice", args=[self.slug])

    def facet_codes(self):
        return facets_of(self)

    def search_words(self):
        return search_text_of(self)
