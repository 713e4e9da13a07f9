"""« Je m’en inspire »: an authority takes up a practice, then says what became of it."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.people.models import User
from aict.taxonomies.models import Service
from aict.territories.models import Territory
from practices.exchange.models.question import Part
from practices.exchange.reuses.querysets import ReuseQuerySet
from practices.models import Practice


class State(models.TextChoices):
    DECLARED = "declared", _("En cours")
    ADAPTED = "adapted", _("Adaptée")
    DONE = "done", _("Réalisée")
    DROPPED = "dropped", _("Abandonnée")
    WITHDRAWN = "withdrawn", _("Retirée")


class Reuse(models.Model):
    token = models.UUIDField(unique=True, default=uuid4, editable=False)
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="reuses")
    territory = models.ForeignKey(Territory, models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    declared_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="reuses"
    )
    taken = models.CharField(_("ce que l’on reprend"), max_length=400)
    since = models.DateField(_("depuis"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.DECLARED)
    state_since = models.DateTimeField(default=timezone.now)
    sentence = models.CharField(_("ce que cela est devenu"), max_length=300, blank=True)
    # Their own practice, once published.
    child = models.ForeignKey(
        Practice, models.SET_NULL, null=True, blank=True, related_name="inspired_by"
    )
    hidden = models.BooleanField(_("masquée"), default=False)
    # Months of the last follow-up asked.
    followed = models.PositiveSmallIntegerField(default=0)
    fictional = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ReuseQuerySet.as_manager()

    class Meta:
        verbose_name = _("reprise")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "territory"],
                condition=~Q(state=State.WITHDRAWN),
                name="reuse_once_by_territory",
                violation_error_message=_("Votre collectivité a déjà dit s’en inspirer."),
            ),
            models.CheckConstraint(
                condition=Q(child=None) | ~Q(child=F("practice")),
                name="reuse_is_of_another",
                violation_error_message=_("Une pratique ne s’inspire pas d’elle-même."),
            ),
        ]

    def __str__(self):
        return f"{self.territory} – {self.practice}"

    def get_absolute_url(self):
        return f"/echanges/reprises/{self.token}/"


class ReuseEntry(models.Model):
    """One row of its journal."""

    reuse = models.ForeignKey(Reuse, models.CASCADE, related_name="journal")
    transition = models.CharField(max_length=20)
    part = models.CharField(max_length=12, choices=Part.choices)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    comment = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("entrée du journal des reprises")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.transition} – {self.reuse_id}"
