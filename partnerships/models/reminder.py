"""What was already told about the end of an agreement."""

from django.db import models

from partnerships.models.partnership import Partnership


class EndReminder(models.Model):
    """One mail for each delay before an end; a new end is reminded of anew."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="end_reminders")
    date_end = models.DateField("échéance")
    days = models.PositiveSmallIntegerField("jours avant")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "rappel d’échéance"
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "date_end", "days"], name="end_reminder_once"
            )
        ]

    def __str__(self):
        return f"{self.partnership} : {self.days} jours"
