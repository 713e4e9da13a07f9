"""The short, closed lists of events."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventType(models.TextChoices):
    ANNUAL = "rencontre-annuelle", _("Rencontre annuelle")
    WORKSHOP = "atelier", _("Atelier")
    WEBINAR = "webinaire", _("Webinaire")
    OTHER = "autre-rencontre", _("Autre rencontre")


class EventState(models.TextChoices):
    PLANNED = "maintenu", _("A lieu comme prévu")
    POSTPONED = "reporte", _("Reporté")
    CANCELLED = "annule", _("Annulé")


class Precision(models.TextChoices):
    """How well its day is known: a past event may be told by its day, or by its year, alone."""

    HOUR = "heure", _("Jour et heure")
    DAY = "jour", _("Jour")
    YEAR = "annee", _("Année")


class Way(models.TextChoices):
    ON_SITE = "sur-place", _("Sur place")
    ONLINE = "en-ligne", _("En ligne")
    BOTH = "hybride", _("Sur place et en ligne")


class After(models.TextChoices):
    MINUTES = "compte-rendu", _("Compte rendu")
    REPLAY = "replay", _("Enregistrement à revoir")


class Seat(models.TextChoices):
    """Where a registration stands. Only the second holds a place."""

    PENDING = "a-confirmer", _("À confirmer")
    REGISTERED = "inscrit", _("Inscription confirmée")
    WAITING = "attente", _("Sur liste d’attente")
    LEFT = "desinscrit", _("Inscription annulée")
