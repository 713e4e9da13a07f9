"""Earlier numbers that a survey is read beside: another survey, or a poll known by its figures only."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.people.models import User
from surveys.models import Survey


class EarlierPoll(models.Model):
    """A poll of which only shares are known, typed question by question of the survey it is read beside."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="earlier_polls")
    title = models.CharField(_("titre"), max_length=120)
    year = models.PositiveSmallIntegerField(
        _("année"), validators=[MinValueValidator(1980), MaxValueValidator(2100)]
    )
    source = models.CharField(_("source"), max_length=300)
    n = models.PositiveIntegerField(_("nombre de réponses"), null=True, blank=True)
    notes = models.TextField(_("ce qui diffère"), max_length=800, blank=True)
    shown = models.BooleanField(_("montré au public avec les résultats"), default=False)
    fictional = models.BooleanField(default=False)
    # Raised by each change of its figures: a stale page is refused.
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("sondage antérieur")
        ordering = ["-year", "pk"]

    def __str__(self):
        return f"{self.title} ({self.year})"


class PollFigure(models.Model):
    """Per cent of a poll for one measure (measures.py) of a question."""

    poll = models.ForeignKey(EarlierPoll, models.CASCADE, related_name="figures")
    question = models.CharField(max_length=60)
    item = models.CharField(max_length=60)
    share = models.DecimalField(max_digits=4, decimal_places=1)

    class Meta:
        verbose_name = _("chiffre d’un sondage antérieur")
        constraints = [
            models.UniqueConstraint(fields=["poll", "question", "item"], name="poll_figure_once"),
            models.CheckConstraint(
                condition=models.Q(share__gte=0, share__lte=100),
                name="poll_figure_is_a_share",
                violation_error_message=_("Une part va de 0 à 100."),
            ),
        ]

    def __str__(self):
        return f"{self.question} {self.item} : {self.share}"


class WaveMapping(models.Model):
    """Which question of `other` answers `question`, as the coordination corrected it; "" for none.
    `items` says the same of their measures."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="+")
    other = models.ForeignKey(Survey, models.CASCADE, related_name="+")
    question = models.CharField(max_length=60)
    other_question = models.CharField(max_length=60, blank=True)
    items = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("correspondance de deux questions")
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "other", "question"], name="wave_mapping_once"
            )
        ]

    def __str__(self):
        return f"{self.question} = {self.other_question or 'rien'}"
