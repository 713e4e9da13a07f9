"""The short, closed lists of partnerships, actors and funding."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Form(models.TextChoices):
    AGREEMENT = "convention", _("Convention")
    TWINNING = "jumelage", _("Jumelage")
    PROTOCOL = "protocole", _("Protocole")
    INTENT = "lettre-intention", _("Lettre d’intention")
    NETWORK = "reseau", _("Réseau")
    ONE_SIDED = "action-unilaterale", _("Action unilatérale")
    JOINT_PROJECT = "projet-commun", _("Projet commun")


class Stage(models.TextChoices):
    CONTACT = "contact", _("Premier contact")
    EXPLORING = "exploration", _("Exploration")
    AGREED = "conventionne", _("Conventionné")
    ACTIVE = "actif", _("Actif")
    DORMANT = "en-veille", _("En veille")
    TO_RENEW = "a-renouveler", _("À renouveler")
    SUSPENDED = "suspendu", _("Suspendu")
    CLOSED = "clos", _("Clos")


class Origin(models.TextChoices):
    NEW = "nouveau", _("Nouveau partenariat")
    RENEWED = "renove", _("Rénovation d’un partenariat ancien")


class Renewal(models.TextChoices):
    TACIT = "tacite", _("Par tacite reconduction")
    EXPRESS = "expresse", _("Par décision expresse")
    NONE = "aucun", _("Sans renouvellement prévu")


class Arity(models.TextChoices):
    """How many territories take part."""

    BILATERAL = "bilateral", _("Bilatéral")
    TRILATERAL = "trilateral", _("Trilatéral")
    NETWORK = "reseau", _("Réseau de quatre territoires ou plus")


class Conditions(models.TextChoices):
    FREE = "gratuit", _("Gratuit")
    MEMBERS = "adhesion", _("Sur adhésion")
    PAID = "payant", _("Payant")
    MIXED = "variable", _("Selon la prestation")


class Scale(models.TextChoices):
    NATIONAL = "national", _("National")
    EUROPEAN = "europeen", _("Européen")
    INTERNATIONAL = "international", _("International")
    REGIONAL = "regional", _("Régional")
    FOUNDATION = "fondation", _("Fondation")


class Aid(models.TextChoices):
    GRANT = "subvention", _("Subvention")
    LOAN = "pret", _("Prêt")
    ADVANCE = "avance", _("Avance remboursable")
    GUARANTEE = "garantie", _("Garantie")
    TECHNICAL = "ingenierie-technique", _("Ingénierie technique")
    FINANCIAL = "ingenierie-financiere", _("Ingénierie financière")
    LEGAL = "ingenierie-juridique", _("Ingénierie juridique")
    OTHER = "autre", _("Autre")


class Recurrence(models.TextChoices):
    ONCE = "ponctuelle", _("Ponctuelle")
    PERMANENT = "permanente", _("Permanente")
    RECURRING = "recurrente", _("Récurrente")


class ProjectStage(models.TextChoices):
    THINKING = "reflexion", _("Réflexion")
    DOING = "mise-en-oeuvre", _("Mise en œuvre")
    SHARING = "valorisation", _("Valorisation")


class Body(models.TextChoices):
    """Who may apply."""

    COMMUNE = "commune", _("Commune")
    EPCI = "epci", _("Intercommunalité")
    METROPOLE = "metropole", _("Métropole")
    DEPARTEMENT = "departement", _("Département")
    REGION = "region", _("Région")
    SPECIAL_STATUS = "statut-particulier", _("Collectivité à statut particulier")
    GROUP = "groupement", _("Groupement de collectivités")
    ACTOR = "acteur", _("Acteur économique")
    ASSOCIATION = "association", _("Association")
