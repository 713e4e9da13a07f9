"""Statements in the words of those who tell and of those who check."""

from django.db import models


class StatementQuerySet(models.QuerySet):
    def mine(self, user):
        return self.filter(author=user).order_by("-state_since", "-pk")

    def to_check(self, user):
        """Waiting for a check of `user`: never her own, the oldest first."""
        if not user.is_coordinator:
            return self.none()
        waiting = self.filter(state__in=["submitted", "cleared", "returned"])
        return waiting.exclude(author=user).order_by("state_since", "pk")

    def visible_to(self, user):
        """One's own; for coordinators, all that was submitted. Mirrors `permissions.sees`."""
        if not user.is_authenticated:
            return self.none()
        mine = models.Q(author=user)
        return (
            self.filter(mine | ~models.Q(state="draft"))
            if user.is_coordinator
            else self.filter(mine)
        )
