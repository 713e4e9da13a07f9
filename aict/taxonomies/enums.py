"""The short, closed lists of the field. Long or changing lists are rows (models.py)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    INTERNATIONALISATION = "internationalisation", _("Internationalisation des entreprises")
    PROMOTION = "promotion", _("Promotion du territoire")
    COOPERATION = "cooperation", _("Coopération internationale")


class Level(models.TextChoices):
    COMMUNE = "commune", _("Commune")
    EPCI = "epci", _("Intercommunalité")
    METROPOLE = "metropole", _("Métropole")
    DEPARTEMENT = "departement", _("Département")
    REGION = "region", _("Région")
    SPECIAL_STATUS = "statut-particulier", _("Collectivité à statut particulier")
    FOREIGN = "etranger", _("Territoire étranger")


class Nature(models.TextChoices):
    STRATEGY = "strategie", _("Stratégie")
    PROJECT = "projet", _("Projet")


class CountryGroup(models.TextChoices):
    EU = "ue", _("Union européenne")
    OECD = "ocde", _("OCDE")
    BRICS = "brics", _("BRICS")
    ODA = "apd", _("Éligibles à l’aide au développement (indicatif)")


class PopulationBand(models.TextChoices):
    UNDER_5K = "moins-5k", _("Moins de 5 000 habitants")
    FROM_5K = "5-20k", _("5 000 à 20 000 habitants")
    FROM_20K = "20-50k", _("20 000 à 50 000 habitants")
    FROM_50K = "50-100k", _("50 000 à 100 000 habitants")
    FROM_100K = "100-200k", _("100 000 à 200 000 habitants")
    OVER_200K = "plus-200k", _("Plus de 200 000 habitants")


class Evidence(models.IntegerChoices):
    DECLARED = 0, _("Déclaré")
    QUANTIFIED = 1, _("Chiffré par le porteur")
    DOCUMENTED = 2, _("Documenté")
    EVALUATED = 3, _("Évalué par un tiers")


class CostBand(models.TextChoices):
    UNDISCLOSED = "non-communique", _("Non communiqué")
    UNDER_10K = "moins-10k", _("Moins de 10 000 €")
    FROM_10K = "10-50k", _("10 000 à 50 000 €")
    FROM_50K = "50-200k", _("50 000 à 200 000 €")
    FROM_200K = "200k-1m", _("200 000 € à 1 million d’euros")
    OVER_1M = "plus-1m", _("Plus de 1 million d’euros")


class Status(models.TextChoices):
    THINKING = "reflexion", _("En réflexion")
    ONGOING = "en-cours", _("En cours")
    DONE = "termine", _("Terminé")
    SUSPENDED = "suspendu", _("Suspendu")
    ABANDONED = "abandonne", _("Abandonné")


class Side(models.TextChoices):
    HERE = "ici", _("Ici, en France")
    THERE = "la-bas", _("Là-bas, chez le partenaire")


class Licence(models.TextChoices):
    LO2 = "lo-2", _("Licence Ouverte 2.0")
    CC_BY = "cc-by", _("Creative Commons Attribution 4.0 (CC BY)")


class ContactMode(models.TextChoices):
    RELAY = "relais", _("Par le relais de la plateforme")
    PUBLIC = "public", _("Contact public du service")
    COORDINATION = "coordination", _("Par la coordination de la dynamique thématique")


class ReviewRhythm(models.IntegerChoices):
    SIX = 6, _("Tous les 6 mois")
    TWELVE = 12, _("Tous les 12 mois")
    TWENTY_FOUR = 24, _("Tous les 24 mois")
