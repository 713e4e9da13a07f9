"""Another text of one part of a live page, proposed by somebody outside its team."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from aict.moderation.models.contribution import Contribution


class ProposalQuerySet(models.QuerySet):
    def waiting(self):
        """Those to decide, the oldest first."""
        return self.filter(state="open").select_related("contribution", "author")

    def shown_to(self, user):
        """Her own, and those that wait for one of her teams, the newest first."""
        team = models.Q(contribution__editors=user, state="open")
        found = self.filter(team | models.Q(author=user)).distinct().order_by("-at")
        return found.select_related("contribution", "author")[:30]


class Proposal(models.Model):
    """`data` are the values of the part's own form; `base_number` the version that was read."""

    class State(models.TextChoices):
        OPEN = "open", "En attente"
        TAKEN = "taken", "Reprise dans le brouillon"
        REFUSED = "refused", "Non retenue"
        OUTDATED = "outdated", "Dépassée"

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="proposals")
    part = models.SlugField("partie", max_length=60)
    base_number = models.PositiveIntegerField("version lue")
    data = models.JSONField("contenu", default=dict)
    why = models.CharField("pourquoi", max_length=500)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    state = models.CharField("état", max_length=10, choices=State.choices, default=State.OPEN)
    at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField("décidée le", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.TextField("réponse", max_length=1000, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "proposition"
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["at"], condition=models.Q(state="open"), name="proposal_waiting")
        ]

    def __str__(self):
        return f"{self.contribution} : {self.part}"
