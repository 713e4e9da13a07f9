"""Dossiers, in the words of those who gather them."""

from django.db import models
from django.db.models import Count, Q


class DossierQuerySet(models.QuerySet):
    def of(self, user):
        """Those `user` writes."""
        return self.filter(editors=user)

    def with_counts(self, today):
        """With `items_count` and `open_shares`, the links that still open."""
        going = Q(shares__revoked_at=None) & (
            Q(shares__expires_on=None) | Q(shares__expires_on__gte=today)
        )
        return self.annotate(
            items_count=Count("items", distinct=True),
            open_shares=Count("shares", filter=going, distinct=True),
        ).order_by("-updated_at", "-pk")
