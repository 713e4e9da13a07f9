"""A strategy or a project that was accepted for publication. Drafts live in moderation."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from taggit.managers import TaggableManager

from aict.listing.models import Clock
from aict.moderation.models import Contribution
from aict.search import spelling
from aict.taxonomies import enums
from aict.taxonomies.models import Goal, Modality, Sector, Service, Theme
from aict.territories.models import Country, Territory
from partnerships.models import Partnership
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
LEAD = SearchVector(LEAD_FIELDS[0], weight="A", config="french_unaccent") + SearchVector(
    *LEAD_FIELDS[1:], weight="B", config="french_unaccent"
)
BODY = SearchVector(*BODY_FIELDS, weight="C", config="french_unaccent")


class Practice(models.Model):
    contribution = models.OneToOneField(Contribution, models.CASCADE, related_name="practice")
    slug = models.SlugField("adresse", max_length=120, unique=True)
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
    partnership = models.ForeignKey(
        Partnership, models.SET_NULL, null=True, blank=True, related_name="practices"
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
    # Written at acceptance, read by lists and search.
    facets = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    search_text = models.TextField(blank=True)
    search_vector = models.GeneratedField(
        expression=LEAD + BODY, output_field=SearchVectorField(), db_persist=True
    )
    # Short enough to stay in the row: ranking reads it without fetching the long texts.
    search_lead = models.GeneratedField(
        expression=LEAD, output_field=SearchVectorField(), db_persist=True
    )
    stamp = models.BigIntegerField(default=0, db_index=True)
    updated_at = models.DateTimeField("mise à jour")
    archived_at = models.DateTimeField("retirée le", null=True, blank=True)

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = "pratique"
        indexes = [
            GinIndex(fields=["facets"], name="practice_facets"),
            GinIndex(fields=["search_vector"], name="practice_search"),
            GinIndex(fields=["search_lead"], name="practice_lead"),
            models.Index(models.Func("title", function="aict_sort_key"), name="practice_title"),
        ]
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

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("practices:detail", args=[self.slug])

    @transaction.atomic
    def refresh_listing(self):
        """Show in lists and search what is now saved, relations included; archived, it leaves them.

        Call it in the transaction that changed the practice: readers see both at once. The stamp
        and the row that carries it are committed together, or readers would miss the row."""
        saved = Practice.objects.with_relations().get(pk=self.pk)
        self.facets = facets_of(saved)
        self.search_text = search_text_of(saved)
        self.stamp = Clock.tick(KIND)
        self.save(update_fields=["facets", "search_text", "stamp"])
        spelling.learn(self.full_text())

    def full_text(self) -> str:
        """All the words it is found by."""
        return " ".join(getattr(self, name) for name in (*LEAD_FIELDS, *BODY_FIELDS))


class OldSlug(models.Model):
    """A former address of a practice: it redirects for ever."""

    slug = models.SlugField(max_length=120, primary_key=True)
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="old_slugs")

    def __str__(self):
        return self.slug
