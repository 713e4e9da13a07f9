"""That two actors were found to be one, what moved then, and whether it was undone."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from partnerships.models.actor import Actor


class ActorMerge(models.Model):
    kept = models.ForeignKey(Actor, models.CASCADE, related_name="+")
    left = models.ForeignKey(Actor, models.CASCADE, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField("le", default=timezone.now)
    # Field of a model ("practices.Partner.actor") → keys of the rows that followed.
    moved = models.JSONField("ce qui a suivi", default=dict)
    undone_at = models.DateTimeField("défaite le", null=True, blank=True)

    class Meta:
        verbose_name = "réunion d’acteurs"
        verbose_name_plural = "réunions d’acteurs"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.left} → {self.kept}"

    def close(self) -> None:
        self.undone_at = timezone.now()
        self.save(update_fields=["undone_at"])
