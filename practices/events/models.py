"""What the dynamic holds: an event and its programme, who registers, what is told to them."""

import uuid
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from aict.listing.listed import Listed, listed_indexes
from aict.search.vectors import lead_column, whole_column
from aict.taxonomies.enums import Category
from aict.taxonomies.models import Theme
from aict.territories.models import Territory
from practices.events import zones
from practices.events.enums import EventState, EventType, Precision, Seat, Way
from practices.events.facets import facets_of, words_of
from practices.events.querysets import EventQuerySet, RegistrationQuerySet
from practices.models import Practice

LEAD_FIELDS = ("title", "teaser", "search_text")
BODY_FIELDS = ("summary", "place", "audience", "minutes")
ALMOST = timedelta(microseconds=1)


class Event(Listed):
    KIND, LEAD_FIELDS, BODY_FIELDS = "event", LEAD_FIELDS, BODY_FIELDS

    type = models.CharField("type", max_length=20, choices=EventType.choices)
    title = models.CharField("titre", max_length=200)
    teaser = models.CharField("en une phrase", max_length=200, blank=True)
    summary = models.TextField("présentation", max_length=4000, blank=True)
    audience = models.CharField("pour qui", max_length=300, blank=True)
    # What the day alone or the year alone says runs from midnight to midnight, in `zone`.
    starts_at = models.DateTimeField("début")
    ends_at = models.DateTimeField("fin")
    precision = models.CharField(
        "précision", max_length=8, choices=Precision.choices, default=Precision.HOUR
    )
    zone = models.CharField("fuseau horaire", max_length=40, default=zones.HOME)
    # In Paris: an event is past from the next day on.
    last_day = models.DateField("dernier jour", editable=False)
    place = models.CharField("lieu", max_length=300, blank=True)
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="events"
    )
    link = models.URLField("lien de connexion", blank=True)
    link_public = models.BooleanField("lien visible de tous", default=False)
    categories = ArrayField(
        models.CharField(max_length=24, choices=Category.choices), default=list, blank=True
    )
    themes = models.ManyToManyField(Theme, verbose_name="thèmes", blank=True)
    registrable = models.BooleanField("inscription sur la plateforme", default=False)
    capacity = models.PositiveIntegerField("nombre de places", null=True, blank=True)
    register_until = models.DateField("inscription jusqu’au", null=True, blank=True)
    state = models.CharField(
        "tenue", max_length=10, choices=EventState.choices, default=EventState.PLANNED
    )
    state_note = models.CharField("ce qui est dit", max_length=300, blank=True)
    minutes = models.TextField("compte rendu", max_length=20_000, blank=True)
    replay = models.URLField("replay", blank=True)
    practices = models.ManyToManyField(
        Practice, verbose_name="pratiques liées", blank=True, related_name="events"
    )
    # Kept from one version to the next (kind.KEPT).
    minutes_told_at = models.DateTimeField(null=True, blank=True)
    were_registered = models.PositiveIntegerField(null=True, blank=True)
    came = models.PositiveIntegerField(null=True, blank=True)
    search_vector = whole_column(LEAD_FIELDS, BODY_FIELDS)
    search_lead = lead_column(*LEAD_FIELDS)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "événement"
        indexes = [
            *listed_indexes("event"),
            models.Index(fields=["last_day", "starts_at"], name="event_days"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="event_ends_after_it_starts",
                violation_error_message="La fin vient après le début.",
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(capacity__gte=1),
                name="event_holds_somebody",
                violation_error_message="Un événement a au moins une place.",
            ),
        ]

    def save(self, *args, **kwargs):
        self.last_day = timezone.localdate(self.ends_at - ALMOST)
        fields = kwargs.get("update_fields")
        if fields and {"starts_at", "ends_at"} & set(fields):
            kwargs["update_fields"] = {*fields, "last_day"}
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return f"/agenda/{self.slug}/"

    def over(self, now: datetime) -> bool:
        return self.ends_at <= now

    def past(self, today: date) -> bool:
        """As the list says it: the whole last day long, it is not."""
        return self.last_day < today

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Its beginning and its end on the clocks of its zone."""
        zone = ZoneInfo(self.zone)
        return self.starts_at.astimezone(zone), self.ends_at.astimezone(zone)

    @property
    def way(self) -> Way | None:
        if self.place or self.territory_id:
            return Way.BOTH if self.link else Way.ON_SITE
        return Way.ONLINE if self.link else None

    def facet_codes(self):
        return facets_of(self)

    def search_words(self):
        return words_of(self)


class EventSession(models.Model):
    """One line of the programme."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="sessions")
    order = models.PositiveSmallIntegerField(default=0)
    hour = models.TimeField("heure", null=True, blank=True)
    title = models.CharField("intitulé", max_length=250)
    speaker = models.CharField("par qui (fonction)", max_length=200, blank=True)

    class Meta:
        verbose_name = "séquence du programme"
        verbose_name_plural = "séquences du programme"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.title


class Registration(models.Model):
    """One address at one event. `since` orders the waiting list."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(Event, models.CASCADE, related_name="registrations")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="seats"
    )
    email = models.EmailField("adresse électronique")
    name = models.CharField("nom", max_length=120)
    function = models.CharField("fonction", max_length=120, blank=True)
    organisation = models.CharField("organisme", max_length=160)
    state = models.CharField("état", max_length=12, choices=Seat.choices, default=Seat.PENDING)
    since = models.DateTimeField("dans cet état depuis", default=timezone.now)
    created_at = models.DateTimeField("demandée le", default=timezone.now)
    came = models.BooleanField("présence", default=False)
    reminded_for = models.DateField("rappel envoyé pour le", null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = "inscription"
        ordering = ["since", "pk"]
        indexes = [models.Index(fields=["event", "state", "since"], name="event_seats")]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "email"],
                name="event_registered_once",
                violation_error_message="Cette adresse est déjà inscrite.",
            ),
            models.CheckConstraint(
                condition=Q(email=Lower("email")),
                name="event_address_in_lower_case",
                violation_error_message="L’adresse électronique s’écrit en minuscules.",
            ),
        ]

    def __str__(self):
        return f"{self.name} : {self.event}"


class EventMessage(models.Model):
    """What the coordination wrote to those registered. The token makes a double click one message."""

    token = models.UUIDField(unique=True)
    event = models.ForeignKey(Event, models.CASCADE, related_name="messages")
    subject = models.CharField("objet", max_length=120)
    body = models.TextField("message", max_length=4000)
    waiting_too = models.BooleanField("liste d’attente aussi", default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    told = models.PositiveIntegerField("destinataires", default=0)

    class Meta:
        verbose_name = "message aux personnes inscrites"
        verbose_name_plural = "messages aux personnes inscrites"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.subject
