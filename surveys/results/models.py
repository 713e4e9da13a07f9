"""What is published of a survey: a finite set of tables, computed once and read by everything."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.models import Survey
from surveys.results.tables import Table, read
from surveys.results.waves.models import EarlierPoll, PollFigure, WaveMapping

__all__ = [
    "EarlierPoll",
    "PollFigure",
    "PublishedTable",
    "QuestionSetting",
    "Release",
    "WaveMapping",
]


class Release(models.Model):
    """One computation of the tables. The newest « ready » one is previewed, then published."""

    class State(models.TextChoices):
        RUNNING = "running", _("En calcul")
        READY = "ready", _("Prête")
        FAILED = "failed", _("Refusée")

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="releases")
    state = models.CharField(max_length=8, choices=State.choices, default=State.RUNNING)
    # Responses counted; authorities that were invited, and those of them that answered (0: unknown).
    n = models.PositiveIntegerField(default=0)
    invited = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)
    # Of the answers counted: another mark later means that they changed.
    mark = models.CharField(max_length=120, blank=True)
    # Tables that would say too much: [{"question", "item", "crossing", "why"}].
    withheld = models.JSONField(default=list)
    # When it was published; the newest one so marked is what everybody reads.
    published_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)
    beat = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("calcul des résultats")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.survey} – {self.at:%d/%m/%Y}"

    @property
    def is_running(self) -> bool:
        return self.state == self.State.RUNNING


class PublishedTable(models.Model):
    release = models.ForeignKey(Release, models.CASCADE, related_name="tables")
    question = models.CharField(max_length=60)
    item = models.CharField(max_length=60, blank=True)
    crossing = models.CharField(max_length=60, blank=True)
    data = models.JSONField()

    class Meta:
        verbose_name = _("tableau publié")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "question", "item", "crossing"], name="published_table_once"
            )
        ]

    def __str__(self):
        return f"{self.question} {self.item} × {self.crossing}"

    @property
    def table(self) -> Table:
        return read(self.data)


class QuestionSetting(models.Model):
    """What the coordination decides of one question's results."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="question_settings")
    question = models.CharField(max_length=60)
    shown = models.BooleanField(_("publiée"), default=True)
    # Of a question answered in free words: its themes as counts, its quotes read by two people.
    themes = models.BooleanField(_("thèmes publiés"), default=True)
    quotes = models.BooleanField(_("citations publiées"), default=True)
    comment = models.TextField(_("commentaire"), max_length=1500, blank=True)

    class Meta:
        verbose_name = _("réglage d’une question")
        constraints = [
            models.UniqueConstraint(fields=["survey", "question"], name="question_setting_once")
        ]

    def __str__(self):
        return self.question
