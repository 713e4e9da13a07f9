"""Introductions in the words of those who ask, answer and follow them."""

from django.db import models
from django.db.models import Q

# Somebody is waited on.
OPEN = ("sent", "acknowledged", "escalated", "accepted", "refused", "held")
# The one asked has not answered.
UNANSWERED = ("sent", "acknowledged", "escalated")


class IntroductionQuerySet(models.QuerySet):
    def with_names(self):
        """With what a line shows."""
        return self.select_related(
            *("requester", "territory", "service", "sector", "actor_type", "actor", "peer"),
            *("about", "suggested"),
        ).prefetch_related("countries")

    def mine(self, user):
        """One's own, what waits for her first."""
        yours = models.Q(state__in=["draft", "accepted", "refused", "held"])
        over = models.Q(state__in=["closed", "withdrawn"])
        urgency = models.Case(models.When(yours, then=0), models.When(over, then=2), default=1)
        return self.filter(requester=user).order_by(urgency, "-state_since", "-pk")

    def asked_to(self, user):
        """Waiting for an answer of a territory `user` is a confirmed member of."""
        places = user.memberships.confirmed().values("territory")
        return self.filter(peer__in=places, state__in=["sent", "acknowledged"])

    def visible_to(self, user):
        """One's own, those asked to one's territory once sent, every sent one for coordinators.
        Mirrors `permissions.sees`."""
        if not user.is_authenticated:
            return self.none()
        places = user.memberships.confirmed().values("territory")
        seen = Q(requester=user) | (Q(peer__in=places) & ~Q(state="draft"))
        if user.is_coordinator:
            seen |= ~Q(state="draft")
        return self.filter(seen)

    def open(self):
        return self.filter(state__in=OPEN)

    def unanswered(self):
        return self.filter(state__in=UNANSWERED)

    def board(self):
        """For coordinators: what is with them first, then the oldest."""
        first = models.Case(models.When(state="escalated", then=0), default=1)
        return self.open().with_names().order_by(first, "sent_at", "pk")
