"""The short, closed lists of publications."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    OUT = "paru", _("Paru")
    ANNOUNCED = "a-venir", _("À venir")


class DocumentType(models.TextChoices):
    STUDY = "etude", _("Étude")
    SYNTHESIS = "synthese", _("Synthèse")
    PROCEEDINGS = "actes", _("Actes")
    SURVEY = "enquete", _("Analyse d’enquête")
    SHEET = "fiche", _("Fiche-repère")
    GUIDE = "guide", _("Guide")
    REPORT = "rapport", _("Rapport")
    OTHER = "autre", _("Autre")


class Tongue(models.TextChoices):
    FRENCH = "fr", _("Français")
    ENGLISH = "en", _("Anglais")
    GERMAN = "de", _("Allemand")
    SPANISH = "es", _("Espagnol")
    ITALIAN = "it", _("Italien")
    PORTUGUESE = "pt", _("Portugais")
    ARABIC = "ar", _("Arabe")
