"""A question to the team of a practice: it is read with its answer, after the coordination."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.people.models import User
from aict.taxonomies.models import Service
from aict.territories.models import Territory
from practices.exchange.questions.querysets import QuestionQuerySet
from practices.models import Practice


class State(models.TextChoices):
    ASKED = "asked", _("Posée")
    FORWARDED = "forwarded", _("Transmise à l’équipe")
    ANSWERED = "answered", _("Répondue, en relecture")
    PUBLISHED = "published", _("Publiée")
    REFUSED = "refused", _("Non retenue")
    WITHDRAWN = "withdrawn", _("Retirée")


class Reason(models.TextChoices):
    KNOWN = "deja-dit", _("La page y répond déjà")
    SCOPE = "hors-sujet", _("Elle ne porte pas sur cette pratique")
    PERSONAL = "donnee-personnelle", _("Une personne y est reconnaissable")
    TEAM = "equipe", _("L’équipe ne peut pas y répondre")
    OTHER = "autre", _("Autre raison")


class Part(models.TextChoices):
    """In what capacity somebody acts on a question or on a reuse."""

    OWNER = "auteur", _("La personne qui l’a écrite")
    TEAM = "equipe", _("L’équipe de la pratique")
    COORDINATION = "coordination", _("La coordination")
    CLOCK = "horloge", _("Automatiquement")


class Question(models.Model):
    """Shown with a function and a territory, never with a name."""

    token = models.UUIDField(unique=True, default=uuid4, editable=False)
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="questions")
    asker = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="questions"
    )
    territory = models.ForeignKey(Territory, models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    function = models.CharField(_("fonction"), max_length=120, blank=True)
    text = models.TextField(_("question"), max_length=600)
    answer = models.TextField(_("réponse"), max_length=2000, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    state_since = models.DateTimeField(default=timezone.now)
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    # Each time it is forwarded, the links mailed before serve no more.
    round = models.PositiveSmallIntegerField(default=0)
    # Days of the last reminder told in this wait.
    reminded = models.PositiveSmallIntegerField(default=0)
    fictional = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        ordering = ["-state_since", "-pk"]
        indexes = [
            models.Index(fields=["practice", "state"], name="question_practice"),
            models.Index(fields=["state", "created_at"], name="question_board"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[State.ANSWERED, State.PUBLISHED]) | ~Q(answer=""),
                name="question_published_has_answer",
                violation_error_message=_("Une question paraît avec sa réponse."),
            ),
            models.CheckConstraint(
                condition=~Q(state=State.REFUSED) | ~Q(reason=""),
                name="question_refused_says_why",
                violation_error_message=_("Une question non retenue dit pourquoi."),
            ),
        ]

    def __str__(self):
        return f"{self.territory} – {self.practice}"

    def get_absolute_url(self):
        return f"/echanges/questions/{self.token}/"

    @property
    def asked_by(self) -> str:
        """Function and territory, as readers see who asks."""
        return f"{self.function or self.service}, {self.territory.name}"

    @property
    def answered_by(self) -> str:
        place = self.practice.territory
        return f"{self.practice.service}, {place.name if place else self.practice.territory_name}"


class QuestionEntry(models.Model):
    """One row of its journal."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="journal")
    transition = models.CharField(max_length=20)
    source = models.CharField(max_length=10, choices=State.choices)
    target = models.CharField(max_length=10, choices=State.choices)
    part = models.CharField(max_length=12, choices=Part.choices)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    round = models.PositiveSmallIntegerField(default=0)
    comment = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("entrée du journal des questions")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.transition} – {self.question_id}"
