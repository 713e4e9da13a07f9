"""Contributions, in the words of those who handle them."""

from django.db import models
from django.db.models import F
from django.db.models.functions import Now


class ContributionQuerySet(models.QuerySet):
    def waiting_for_moderation(self):
        return self.filter(state="submitted")

    def waiting_for_author(self):
        return self.filter(state__in=["draft", "returned"])

    def on_line(self):
        return self.filter(live=True)

    def editable_by(self, user):
        """Those `user` may change: their own, and every one for coordinators."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_coordinator else self.filter(editors=user)

    def to_verify(self):
        """On line, and not confirmed as still true within the rhythm the owner chose."""
        overdue = models.ExpressionWrapper(
            F("verified_on") + F("review_months") * models.Value("1 month", models.DurationField()),
            models.DateTimeField(),
        )
        return self.on_line().alias(due=overdue).filter(due__lt=Now())
