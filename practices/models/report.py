"""An error a reader signalled on a published page."""

from django.db import models

from practices.models.practice import Practice


class Report(models.Model):
    class Reason(models.TextChoices):
        WRONG = "inexact", "Une information est inexacte"
        OUTDATED = "perime", "Une information est périmée"
        PERSONAL_DATA = "donnee-personnelle", "Une donnée personnelle apparaît"
        ACCESS = "acces", "La page est difficile à lire ou à utiliser"
        OTHER = "autre", "Autre chose"

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="reports")
    reason = models.CharField("motif", max_length=20, choices=Reason.choices)
    message = models.TextField("ce qui ne va pas", max_length=1500)
    at = models.DateTimeField(auto_now_add=True)
    handled_at = models.DateTimeField("traité le", null=True, blank=True)

    class Meta:
        verbose_name = "signalement"
        ordering = ["-at"]

    def __str__(self):
        return f"{self.get_reason_display()} – {self.practice}"
