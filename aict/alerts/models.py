"""Who is told of what: readers, with or without account, their alerts and the pages they keep."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from aict.alerts.querysets import SubscriptionQuerySet
from aict.alerts.rhythms import Rhythm
from aict.moderation.models import Contribution
from aict.taxonomies.models import Need
from aict.territories.models import Territory


class Reader(models.Model):
    """One row per mail address that is told something. With an account, the account says the address."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="reader"
    )
    email = models.EmailField("adresse", blank=True)

    class Meta:
        verbose_name = "lecteur"
        constraints = [
            models.UniqueConstraint(
                fields=["email"], condition=~Q(email=""), name="alert_reader_once"
            ),
            models.CheckConstraint(
                condition=Q(user=None) ^ Q(email=""),
                name="alert_reader_has_one_address",
                violation_error_message="Un lecteur a un compte ou une adresse.",
            ),
            models.CheckConstraint(
                condition=Q(email=Lower("email")),
                name="alert_reader_lower_case",
                violation_error_message="L’adresse électronique s’écrit en minuscules.",
            ),
        ]

    def __str__(self):
        return f"lecteur {self.pk}"

    @property
    def address(self) -> str:
        return self.user.email if self.user else self.email


class Subscription(models.Model):
    """An alert on a list (its querystring), on a page, on a territory, or on a need."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reader = models.ForeignKey(Reader, models.CASCADE, related_name="subscriptions")
    section = models.SlugField("liste", blank=True)
    query = models.CharField("filtres", max_length=1500, blank=True)
    contribution = models.ForeignKey(
        Contribution, models.CASCADE, null=True, blank=True, related_name="subscriptions"
    )
    territory = models.ForeignKey(
        Territory, models.CASCADE, null=True, blank=True, related_name="subscriptions"
    )
    need = models.ForeignKey(
        Need, models.CASCADE, null=True, blank=True, related_name="subscriptions"
    )
    rhythm = models.CharField("rythme", max_length=10, choices=Rhythm.choices)
    asked_at = models.DateTimeField("demandée le", default=timezone.now)
    confirmed_at = models.DateTimeField("confirmée le", null=True, blank=True)
    paused_at = models.DateTimeField("en pause depuis", null=True, blank=True)
    # What its mails have told: everything before this moment, or up to this version of the page.
    told_until = models.DateTimeField("dit jusqu’au", null=True, blank=True)
    told_version = models.PositiveIntegerField("version dite", default=0)
    next_on = models.DateField("prochain envoi", null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = "alerte"
        indexes = [models.Index(fields=["next_on"], name="alert_next")]
        constraints = [
            models.UniqueConstraint(
                fields=["reader", "section", "query", "contribution", "territory", "need"],
                nulls_distinct=False,
                name="alert_once",
            ),
            models.CheckConstraint(
                condition=(~Q(section="") & Q(contribution=None, territory=None, need=None))
                | Q(section="", query="", contribution__isnull=False, territory=None, need=None)
                | Q(section="", query="", contribution=None, territory__isnull=False, need=None)
                | Q(section="", query="", contribution=None, territory=None, need__isnull=False),
                name="alert_has_one_subject",
                violation_error_message="Une alerte porte sur une liste, une page, un territoire ou un besoin.",
            ),
            models.CheckConstraint(
                condition=Q(contribution=None) ^ Q(rhythm=Rhythm.AT_ONCE),
                name="alert_of_page_at_once",
                violation_error_message="Une page se suit au fil de ses changements.",
            ),
        ]

    def __str__(self):
        return f"alerte {self.pk}"


class Bookmark(models.Model):
    """A page someone keeps; `told` of its substantial changes, unless she said no."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="bookmarks")
    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="bookmarks")
    at = models.DateTimeField("gardée le", default=timezone.now)
    told = models.BooleanField("prévenir des changements", default=True)
    told_version = models.PositiveIntegerField("version dite", default=0)

    class Meta:
        verbose_name = "page gardée"
        verbose_name_plural = "pages gardées"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "contribution"], name="bookmark_once")
        ]

    def __str__(self):
        return f"page gardée {self.pk}"
