"""Alerts in the words of the product."""

from datetime import date, datetime

from django.db import models
from django.db.models import Q


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)

    def in_force(self):
        """Those that send mails: confirmed, not paused, to somebody who is still there."""
        there = Q(reader__user=None) | Q(reader__user__is_active=True)
        return self.confirmed().filter(there, paused_at=None)

    def due(self, today: date):
        return self.in_force().filter(next_on__lte=today)

    def never_confirmed(self, since: datetime):
        """Asked for the last time before `since`."""
        return self.filter(confirmed_at=None, asked_at__lt=since)

    def with_subjects(self):
        """With what a title says, in the same query."""
        places = ("territory__departement", "territory__region", "territory__country")
        return self.select_related("reader__user", "contribution", "need", *places)
