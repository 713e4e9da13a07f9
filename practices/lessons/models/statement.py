"""What somebody confides, until it can be read without recognising anybody."""

import hashlib
import json
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from aict.people.models import User
from practices.lessons.models.lesson import MARKS, TEXTS, Lesson, Told
from practices.lessons.querysets import StatementQuerySet


class State(models.TextChoices):
    DRAFT = "draft", "Brouillon"
    SUBMITTED = "submitted", "En relecture"
    RETURNED = "returned", "À reprendre"
    CLEARED = "cleared", "À approuver"
    PUBLISHED = "published", "Publié"
    REFUSED = "refused", "Non retenu"
    WITHDRAWN = "withdrawn", "Retiré"


class Part(models.TextChoices):
    AUTHOR = "auteur", "La personne qui raconte"
    COORDINATION = "coordination", "La coordination"
    CLOCK = "horloge", "Automatiquement"


class Statement(Told):
    """Known to its author and to coordinators. Once published, its own words are forgotten: only the
    link to the public text is kept, on this side alone."""

    token = models.UUIDField(unique=True, default=uuid4, editable=False)
    author = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="statements"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    state_since = models.DateTimeField(default=timezone.now)
    published = models.OneToOneField(
        Lesson, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    fictional = models.BooleanField(default=False)

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = "témoignage"
        ordering = ["-state_since", "-pk"]

    def __str__(self):
        return "Témoignage confié"

    def get_absolute_url(self):
        return f"/retours-d-experience/suivi/{self.token}/"

    def told(self) -> dict:
        """Its words and marks, as columns."""
        return {name: getattr(self, name) for name in (*TEXTS, *MARKS)}

    @property
    def digest(self) -> str:
        """Changes with any word or mark: a check and an approval hold for one exact text."""
        told = [self.modality_id if name == "modality" else getattr(self, name) for name in (*TEXTS, *MARKS)]  # fmt: skip
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class Check(models.Model):
    """One coordinator read that exact text against the whole checklist."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="checks")
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    points = ArrayField(models.CharField(max_length=20))
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "vérification d’anonymat"
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "by", "digest"],
                name="check_once_by_person",
                violation_error_message="Vous avez déjà vérifié ce texte.",
            )
        ]

    def __str__(self):
        return f"Vérification {self.pk}"


class StatementEntry(models.Model):
    """One row of its journal: never a word of the text."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="journal")
    transition = models.CharField(max_length=20)
    part = models.CharField(max_length=12, choices=Part.choices)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    comment = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "entrée du journal des témoignages"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.transition
