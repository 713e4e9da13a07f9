"""What people said of a name that a list of links left in doubt: asked once, known for the next list."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from aict.territories.models import Territory


class LinkChoice(models.Model):
    """`key` tells the name and what stood beside it. Either the territory it means, or, for a whole
    link, why it is left out."""

    class Reason(models.TextChoices):
        OVER = "termine", "Ce lien n’existe plus"
        WRONG = "inexact", "La ligne est inexacte"
        NOT_LOCAL = "pas-une-collectivite", "Ce n’est pas une collectivité"
        OUT_OF_SCOPE = "hors-perimetre", "Hors périmètre"
        UNKNOWN = "introuvable", "Lieu introuvable"

    key = models.CharField(max_length=64, unique=True)
    told = models.CharField("dans le fichier", max_length=300)
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField("motif", max_length=24, choices=Reason.choices, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField("le", auto_now=True)

    class Meta:
        verbose_name = "choix retenu"
        verbose_name_plural = "choix retenus"
        constraints = [
            models.CheckConstraint(
                condition=Q(territory=None) ^ Q(reason=""),
                name="link_choice_says_one_thing",
                violation_error_message="Un choix désigne un territoire ou donne un motif.",
            )
        ]

    def __str__(self):
        return self.told
