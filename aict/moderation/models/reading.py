"""What someone is asked to read before a text is published."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from aict.moderation.models.contribution import Contribution


class ReadingQuerySet(models.QuerySet):
    def waiting_for(self, user):
        """What `user` is asked to read and has not answered yet."""
        mine = Q(person=user) | Q(role="last", contribution__editors=user)
        return self.filter(mine, state="asked").distinct().order_by("asked_at", "pk")


class Reading(models.Model):
    """A review task on one exact version: a second reader's, or the author's last look."""

    class Role(models.TextChoices):
        SECOND = "second", "Seconde lecture"
        LAST = "last", "Relecture finale par l’auteur"

    class State(models.TextChoices):
        ASKED = "asked", "Réponse attendue"
        NOTHING = "nothing", "Rien à redire"
        REMARKS = "remarks", "Remarques"
        AGREED = "agreed", "D’accord pour publication"
        CLOSED = "closed", "Sans suite"

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="readings")
    number = models.PositiveIntegerField("version lue")
    role = models.CharField("tâche", max_length=10, choices=Role.choices)
    state = models.CharField("réponse", max_length=10, choices=State.choices, default=State.ASKED)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="readings"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField("répondu le", null=True, blank=True)
    words = models.TextField("ce qui est dit", max_length=2000, blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = "relecture"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "number", "role", "person"],
                condition=Q(state="asked"),
                name="reading_asked_once",
                violation_error_message="Cette personne est déjà sollicitée.",
            )
        ]

    def __str__(self):
        return f"{self.get_role_display()} : {self.contribution} v{self.number}"

    @property
    def who(self) -> str:
        """Her name, as long as she has an account."""
        return str(self.person or "Une personne dont le compte est effacé")
