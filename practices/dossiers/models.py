"""A dossier gathered for an elected official, what it holds, and the links by which it is read."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse

from aict.moderation.models import Contribution
from aict.taxonomies.models import Service
from aict.territories.models import Territory
from practices.dossiers.querysets import DossierQuerySet


class Dossier(models.Model):
    """Written by its editors alone; read by whoever holds one of its links."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField("titre", max_length=120)
    audience = models.CharField("pour qui", max_length=150, blank=True)
    ask = models.TextField("ce qui est à décider", max_length=500, blank=True)
    deadline = models.DateField("avant le", null=True, blank=True)
    intro = models.TextField("en quelques mots", max_length=500, blank=True)
    contact = models.CharField("qui appeler", max_length=150, blank=True)
    phone = models.CharField("téléphone", max_length=30, blank=True)
    # In whose name it was gathered: colleagues of the same service may join.
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="dossiers"
    )
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="dossiers"
    )
    fictional = models.BooleanField("fictif", default=False)
    editors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="dossiers")
    lock_no = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField("créé le", auto_now_add=True)
    updated_at = models.DateTimeField("modifié le", auto_now=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "dossier"
        ordering = ["-updated_at", "-pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("dossiers:edit", args=[self.token])

    @property
    def author(self) -> str:
        """The body that gathered it, never a person."""
        return f"{self.territory}, {self.service}" if self.territory and self.service else ""


class DossierItem(models.Model):
    """Something published, of any kind, and why it is here."""

    NONE = "aucun"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="items")
    contribution = models.ForeignKey(
        Contribution, models.CASCADE, related_name="dossier_items", verbose_name="contribution"
    )
    # As it was published when it was added: still said once it is withdrawn.
    title = models.CharField("titre", max_length=200)
    note = models.TextField("pourquoi celle-ci", max_length=300, blank=True)
    # What the figure to show counts; empty for the first one, NONE for no figure.
    figure = models.CharField("chiffre à montrer", max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "pièce d’un dossier"
        verbose_name_plural = "pièces d’un dossier"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "contribution"], name="dossier_item_once")
        ]

    def __str__(self):
        return self.title


class DossierShare(models.Model):
    """A link. Its key is stored nowhere: see practices.dossiers.keys."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="shares")
    nonce = models.CharField(max_length=32, unique=True)
    digest = models.CharField("empreinte", max_length=64, unique=True)
    label = models.CharField("pour mémoire", max_length=80, blank=True)
    expires_on = models.DateField("dernier jour", null=True, blank=True)
    revoked_at = models.DateTimeField("coupé le", null=True, blank=True)
    created_at = models.DateTimeField("créé le", auto_now_add=True)
    # How many times, and on which day last: never by whom.
    openings = models.PositiveIntegerField("lectures", default=0)
    last_opened_on = models.DateField("dernière lecture", null=True, blank=True)

    class Meta:
        verbose_name = "lien de lecture"
        verbose_name_plural = "liens de lecture"
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.label or f"lien de {self.dossier}"

    def over(self, today) -> bool:
        """Whether it opens nothing any more. Its last day still does."""
        return bool(self.revoked_at or (self.expires_on and self.expires_on < today))
