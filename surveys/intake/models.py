"""What coordinators said once of a file's headings and words: proposed the next time."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.models import Survey


class ColumnMemory(models.Model):
    """What a heading (normalised) was: a target of targets.py, or "" for a column that is left out."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="+")
    heading = models.CharField(max_length=300)
    target = models.CharField(max_length=130, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("colonne retenue")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "heading"], name="column_memory_once")
        ]

    def __str__(self):
        return self.heading


class ValueMemory(models.Model):
    """What a word (normalised) meant in the answers to a question, known by its normalised label in
    whatever survey; `value` is the id of an option, or "" for a word that is left out."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="+")
    asked = models.CharField(max_length=300)
    text = models.CharField(max_length=300)
    value = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("mot retenu")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "asked", "text"], name="value_memory_once")
        ]

    def __str__(self):
        return self.text
