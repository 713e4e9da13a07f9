"""An economic actor of the directory: who can bring what to a local authority."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from aict.listing.listed import Listed, listed_indexes
from aict.search.vectors import lead_column, whole_column
from aict.taxonomies.enums import Category
from aict.taxonomies.models import ActorType, Offer, Sector
from aict.territories.models import Country, Territory
from partnerships import enums
from partnerships.facets import facets_of_actor, words_of_actor
from partnerships.querysets import ActorQuerySet

LEAD_FIELDS = ("title", "acronym", "teaser", "search_text")
BODY_FIELDS = ("offer_text", "conditions_text")


class Actor(Listed):
    KIND, LEAD_FIELDS, BODY_FIELDS = "actor", LEAD_FIELDS, BODY_FIELDS

    title = models.CharField("nom", max_length=200)
    acronym = models.CharField("sigle", max_length=40, blank=True)
    teaser = models.CharField("en une phrase", max_length=200, blank=True)
    actor_type = models.ForeignKey(
        ActorType, models.PROTECT, null=True, blank=True, verbose_name="type"
    )
    country = models.ForeignKey(Country, models.PROTECT, default="FR", verbose_name="pays")
    seat = models.ForeignKey(
        Territory,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actors",
        verbose_name="siège",
    )
    countries_active = models.ManyToManyField(
        Country, verbose_name="pays d’intervention", related_name="active_actors", blank=True
    )
    sectors = models.ManyToManyField(Sector, verbose_name="secteurs", blank=True)
    categories = ArrayField(
        models.CharField(max_length=20, choices=Category.choices), default=list, blank=True
    )
    offers = models.ManyToManyField(Offer, verbose_name="ce qu’il apporte", blank=True)
    offer_text = models.TextField("ce qu’il apporte, en clair", max_length=600, blank=True)
    conditions = models.CharField(
        "conditions", max_length=10, choices=enums.Conditions.choices, blank=True
    )
    conditions_text = models.CharField("précisions", max_length=300, blank=True)
    website = models.URLField("site", blank=True)
    # Where the platform relays to: never shown, nowhere.
    contact_relay = models.EmailField("boîte de relais", blank=True)
    contact_public = models.BooleanField("afficher le contact", default=False)
    public_contact = models.CharField("contact public", max_length=200, blank=True)
    source = models.CharField("source", max_length=200, blank=True)
    source_url = models.URLField("adresse de la source", blank=True)
    # Kept after a merge, so that what pointed here still finds its way.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    search_vector = whole_column(LEAD_FIELDS, BODY_FIELDS)
    search_lead = lead_column(*LEAD_FIELDS)

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = "acteur économique"
        verbose_name_plural = "acteurs économiques"
        indexes = listed_indexes("actor")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | models.Q(archived_at__isnull=False),
                name="actor_merged_is_off_line",
                violation_error_message="Cet acteur est réuni à un autre : défaites d’abord la réunion.",
            )
        ]

    @property
    def name_and_acronym(self) -> str:
        return f"{self.title} ({self.acronym})" if self.acronym else self.title

    @property
    def shown_contact(self) -> str:
        """The public contact, where the actor wants it shown."""
        return self.public_contact if self.contact_public else ""

    def get_absolute_url(self):
        return f"/acteurs/{self.slug}/"

    def facet_codes(self):
        return facets_of_actor(self)

    def search_words(self):
        return words_of_actor(self)
