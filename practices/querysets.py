"""Practices, in the words of those who look for them."""

from django.db import models


class PracticeQuerySet(models.QuerySet):
    def published(self):
        return self.filter(archived_at__isnull=True)

    def withdrawn(self):
        return self.filter(archived_at__isnull=False)

    def newest_first(self):
        return self.order_by("-stamp")
