"""A survey: a questionnaire, the promise made to who answers, and where it stands."""

from secrets import token_hex

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.people.models import User
from surveys.querysets import SurveyQuerySet
from surveys.questionnaire.reading import read
from surveys.questionnaire.structure import Questionnaire


class State(models.TextChoices):
    DRAFT = "draft", _("En préparation")
    OPEN = "open", _("Ouverte")
    CLOSED = "closed", _("Close, en analyse")
    PUBLISHED = "published", _("Résultats publiés")


class Mode(models.TextChoices):
    ANONYMOUS = "anonyme", _("Anonyme")
    NAMED = "nominative", _("Nominative pour le réseau, agrégée en public")


class Survey(models.Model):
    """Once it leaves « draft », `mode` and `questionnaire` never change: the database sees to it."""

    slug = models.SlugField(_("adresse"), max_length=80, unique=True)
    title = models.CharField(_("titre"), max_length=120)
    summary = models.TextField(_("à quoi elle sert"), max_length=800)
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.ANONYMOUS)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    state_since = models.DateTimeField(default=timezone.now)
    questionnaire = models.JSONField()
    # Raised by each change of the questionnaire: a stale one is refused.
    version = models.PositiveIntegerField(default=1)
    # Whether anybody may answer, or only who was invited.
    open_link = models.BooleanField(_("ouverte à qui a le lien"), default=False)
    closes_on = models.DateField(_("jusqu’au"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("année"))
    # What makes the marks of imported rows, kept nowhere else.
    salt = models.CharField(max_length=64, default=token_hex, editable=False)
    fictional = models.BooleanField(default=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = _("enquête")
        ordering = ["-year", "-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(slug="gestion"),
                name="survey_slug_is_free",
                violation_error_message=_("Cette adresse est réservée : choisissez-en une autre."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("surveys:detail", args=[self.slug])

    @property
    def form(self) -> Questionnaire:
        return read(self.questionnaire)

    @property
    def is_open(self) -> bool:
        past = self.closes_on and self.closes_on < timezone.localdate()
        return self.state == State.OPEN and not past

    @property
    def is_anonymous(self) -> bool:
        return self.mode == Mode.ANONYMOUS

    @property
    def is_published(self) -> bool:
        return self.state == State.PUBLISHED


class SurveyEntry(models.Model):
    """One row of a survey's journal: what coordinators did, never who answered."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="journal")
    transition = models.CharField(max_length=20)
    source = models.CharField(max_length=10, choices=State.choices)
    target = models.CharField(max_length=10, choices=State.choices)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    comment = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("entrée du journal des enquêtes")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.transition} – {self.survey_id}"
