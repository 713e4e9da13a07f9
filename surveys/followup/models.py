"""What the coordination did of the answers to a survey, in its own words."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.people.models import User
from aict.taxonomies.models import Need
from surveys.models import State as SurveyState
from surveys.models import Survey


class FollowUpQuerySet(models.QuerySet):
    def on_line(self):
        """Published, of a survey whose results are: taken away with them."""
        return self.filter(
            state=FollowUp.State.PUBLISHED, survey__state=SurveyState.PUBLISHED
        ).select_related("survey", "need")


class FollowUp(models.Model):
    """One act that followed from the answers; of one need, or of the whole survey."""

    class State(models.TextChoices):
        DRAFT = "draft", _("À publier")
        PUBLISHED = "published", _("En ligne")
        WITHDRAWN = "withdrawn", _("Retirée")

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="follow_ups")
    need = models.ForeignKey(
        Need,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("besoin auquel elle répond"),
    )
    text = models.TextField(_("ce qui a été fait"), max_length=1200)
    link = models.URLField(_("pour en savoir plus"), max_length=300, blank=True)
    day = models.DateField(_("date"), default=timezone.localdate)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    # Raised by each change: a stale one is refused.
    version = models.PositiveIntegerField(default=1)
    # Those who follow the need are told once, at its first publication.
    told = models.BooleanField(default=False)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("suite donnée")
        verbose_name_plural = _("suites données")
        ordering = ["-day", "-pk"]

    def __str__(self):
        return self.text[:80]

    @property
    def is_on_line(self) -> bool:
        return self.state == self.State.PUBLISHED


class FollowUpEntry(models.Model):
    """One line of its journal: what was done, by whom, and the text as it then was."""

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="journal")
    what = models.CharField(max_length=20)
    text = models.TextField()
    comment = models.TextField(blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("entrée du journal des suites")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.what} – {self.follow_up_id}"
