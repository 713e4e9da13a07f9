"""An officer asks to be put in touch: what is needed, whom it is asked to, where it stands."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.moderation.models import Contribution
from aict.people.models import User
from aict.taxonomies.enums import Category
from aict.taxonomies.models import ActorType, Sector, Service
from aict.territories.models import Country, Territory
from partnerships.introductions.querysets import IntroductionQuerySet
from partnerships.models.actor import Actor


class State(models.TextChoices):
    DRAFT = "draft", _("En préparation")
    SENT = "sent", _("Envoyée")
    ACKNOWLEDGED = "acknowledged", _("Reçue")
    ESCALATED = "escalated", _("Chez la coordination")
    ACCEPTED = "accepted", _("Acceptée")
    REFUSED = "refused", _("Refusée")
    HELD = "held", _("Échange fait")
    CLOSED = "closed", _("Terminée")
    WITHDRAWN = "withdrawn", _("Retirée")


class Intent(models.TextChoices):
    PEER = "pair", _("Une collectivité qui l’a déjà fait")
    ACTOR = "acteur", _("Un acteur économique")
    ABROAD = "partenaire", _("Un partenaire étranger")
    FUNDING = "financement", _("Un financement")
    SUPPORT = "appui", _("Un appui, une expertise")


class Reason(models.TextChoices):
    SCOPE = "hors-champ", _("Ce n’est pas notre champ")
    BUSY = "indisponible", _("Nous ne sommes pas disponibles")
    OTHER_DOOR = "autre-porte", _("Nous ne sommes pas le bon interlocuteur")
    OTHER = "autre", _("Autre raison")


class Outcome(models.TextChoices):
    NOTHING = "rien", _("Rien pour l’instant")
    TALK = "echange", _("Un échange utile en soi")
    VISIT = "visite", _("Une visite ou une mission")
    ACTION = "action", _("Une action commune")
    PARTNERSHIP = "partenariat", _("Un partenariat")


class Introduction(models.Model):
    token = models.UUIDField(unique=True, default=uuid4, editable=False)
    requester = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="introductions"
    )
    territory = models.ForeignKey(Territory, models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    intent = models.CharField(_("je cherche"), max_length=12, choices=Intent.choices)
    category = models.CharField(_("catégorie"), max_length=20, choices=Category.choices)
    actor_type = models.ForeignKey(ActorType, models.PROTECT, null=True, blank=True)
    sector = models.ForeignKey(Sector, models.PROTECT)
    countries = models.ManyToManyField(Country, blank=True)
    what = models.TextField(_("ce que je veux faire"), max_length=500)
    how = models.TextField(_("comment"), max_length=500)
    why = models.TextField(_("pourquoi"), max_length=500)
    difficulty = models.TextField(_("difficulté actuelle"), max_length=300, blank=True)
    deadline = models.DateField(_("pour quand"), null=True, blank=True)
    # The requester's name, function and address go to who accepts, and to nobody else.
    share_contact = models.BooleanField(_("transmettre mes coordonnées"), default=False)
    # The page she came from.
    about = models.ForeignKey(Contribution, models.SET_NULL, null=True, blank=True)
    # Both empty: it is asked to the coordination.
    actor = models.ForeignKey(Actor, models.SET_NULL, null=True, blank=True, related_name="+")
    peer = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=14, choices=State.choices, default=State.DRAFT)
    state_since = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    # Each new target ends the links sent to the one before.
    round = models.PositiveSmallIntegerField(default=0)
    # Days of the last reminder told in this wait.
    reminded = models.PositiveSmallIntegerField(default=0)
    # Typed by who accepts, mailed to the requester, shown on no page, forgotten at the end.
    target_contact = models.CharField(max_length=300, blank=True)
    refusal_reason = models.CharField(max_length=14, choices=Reason.choices, blank=True)
    suggested = models.ForeignKey(Actor, models.SET_NULL, null=True, blank=True, related_name="+")
    suggested_name = models.CharField(max_length=200, blank=True)
    useful = models.BooleanField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    fictional = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mise en relation")
        verbose_name_plural = _("mises en relation")
        ordering = ["-state_since", "-pk"]
        indexes = [
            models.Index(fields=["state", "sent_at"], name="introduction_age"),
            models.Index(fields=["requester", "-state_since"], name="introduction_mine"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(actor=None) | Q(peer=None),
                name="introduction_one_target",
                violation_error_message=_("Une demande s’adresse à un acteur ou à un territoire."),
            ),
            models.CheckConstraint(
                condition=~Q(state=State.REFUSED) | ~Q(refusal_reason=""),
                name="introduction_refused_says_why",
                violation_error_message=_("Un refus dit pourquoi."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.WITHDRAWN, State.CLOSED])
                | Q(sent_at__isnull=False),
                name="introduction_sent_has_date",
                violation_error_message=_("Une demande envoyée a une date d’envoi."),
            ),
            models.UniqueConstraint(
                fields=["requester", "actor"],
                condition=Q(state__in=[State.SENT, State.ACKNOWLEDGED]),
                name="introduction_once_by_actor",
                violation_error_message=_("Cet acteur a déjà une demande de votre part."),
            ),
        ]

    def __str__(self):
        return f"{self.get_intent_display()} – {self.territory}"

    def get_absolute_url(self):
        return f"/mises-en-relation/{self.token}/"

    @property
    def target_name(self) -> str:
        """Whom it is asked to, in words."""
        target = self.actor or self.peer
        return target.name if isinstance(target, Territory) else str(target or "la coordination")


class Part(models.TextChoices):
    """In what capacity somebody acts."""

    REQUESTER = "demandeur", _("La personne qui demande")
    TARGET = "sollicite", _("Le contact sollicité")
    COORDINATION = "coordination", _("La coordination")
    CLOCK = "horloge", _("Automatiquement")


class IntroductionEntry(models.Model):
    """One row of the journal: what happened, in what capacity, by whom when it is known."""

    introduction = models.ForeignKey(Introduction, models.CASCADE, related_name="journal")
    transition = models.CharField(max_length=20)
    source = models.CharField(max_length=14, choices=State.choices)
    target = models.CharField(max_length=14, choices=State.choices)
    part = models.CharField(max_length=12, choices=Part.choices)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    # Whom it was asked to at that moment.
    asked = models.CharField(max_length=200, blank=True)
    round = models.PositiveSmallIntegerField(default=0)
    comment = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("entrée du journal des mises en relation")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.transition} – {self.introduction_id}"


class RelayStop(models.Model):
    """A box that asked for no more requests, or that answers no longer. Another box of the same
    actor is another matter."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="+")
    box = models.EmailField(unique=True)
    dead = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("relais arrêté")
        verbose_name_plural = _("relais arrêtés")

    def __str__(self):
        return str(self.actor)
