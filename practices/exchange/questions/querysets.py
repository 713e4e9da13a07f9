"""Questions in the words of those who ask, answer, relay and read."""

from django.db import models
from django.db.models import Q

OPEN = ("asked", "forwarded", "answered")


class QuestionQuerySet(models.QuerySet):
    def with_names(self):
        """With what a line shows."""
        return self.select_related(
            "asker", "territory", "service", "practice__territory", "practice__service",
            "practice__contribution",
        )  # fmt: skip

    def public(self):
        """Published, on a practice that is on line."""
        return self.filter(state="published", practice__archived_at=None)

    def open(self):
        return self.filter(state__in=OPEN)

    def mine(self, user):
        """One's own, those that move first."""
        over = models.Case(models.When(state__in=OPEN, then=0), default=1)
        return self.filter(asker=user).order_by(over, "-state_since", "-pk")

    def to_answer(self, user):
        """Waiting for an answer of a team `user` is part of."""
        mine = Q(practice__contribution__editors=user)
        return self.filter(mine, state="forwarded").order_by("state_since", "pk")

    def visible_to(self, user):
        """One's own, those sent to one's team, every one for coordinators. Mirrors `permissions.sees`."""
        if not user.is_authenticated:
            return self.none()
        if user.is_coordinator:
            return self
        team = Q(round__gt=0) & Q(practice__contribution__editors=user)
        return self.filter(Q(asker=user) | team).distinct()

    def board(self):
        """For coordinators: what waits for them first, then the oldest."""
        theirs = models.Case(models.When(state__in=["asked", "answered"], then=0), default=1)
        return self.open().with_names().order_by(theirs, "created_at", "pk")
