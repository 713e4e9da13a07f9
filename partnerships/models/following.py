"""Who wants to be told before a funding line closes, and what they were told."""

from django.conf import settings
from django.db import models

from partnerships.models.funding import Funding


class Following(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="fundings")
    funding = models.ForeignKey(Funding, models.CASCADE, related_name="followings")
    since = models.DateField("depuis le")

    class Meta:
        verbose_name = "suivi d’un financement"
        verbose_name_plural = "suivis de financements"
        constraints = [
            models.UniqueConstraint(fields=["user", "funding"], name="funding_followed_once")
        ]

    def __str__(self):
        return f"{self.user} : {self.funding}"


class Reminder(models.Model):
    """One mail, once: a line whose closing day is moved is told again."""

    following = models.ForeignKey(Following, models.CASCADE, related_name="reminders")
    closes_on = models.DateField("clôture annoncée")
    days = models.PositiveSmallIntegerField("jours avant la clôture")

    class Meta:
        verbose_name = "rappel de clôture"
        verbose_name_plural = "rappels de clôture"
        constraints = [
            models.UniqueConstraint(
                fields=["following", "closes_on", "days"], name="funding_reminded_once"
            )
        ]

    def __str__(self):
        return f"{self.following} ({self.days} jours)"
