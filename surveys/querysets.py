from django.db import models
from django.db.models import Count, Q


class SurveyQuerySet(models.QuerySet):
    def public(self):
        """What anybody may know of: open, being analysed, published."""
        return self.exclude(state="draft")

    def published(self):
        return self.filter(state="published")

    def closed_before(self, moment):
        """Closed then for the last time."""
        closed = self.filter(state__in=["closed", "published"], journal__transition="close")
        later = closed.filter(journal__transition="close", journal__at__gte=moment)
        return closed.exclude(pk__in=later.values("pk"))

    def visible_to(self, user):
        return self if getattr(user, "is_coordinator", False) else self.public()

    def counted(self):
        """With `sent` and `begun`: how many answers, and how many are being typed."""
        return self.annotate(
            sent=Count("responses", Q(responses__answers__isnull=False)),
            begun=Count("responses", Q(responses__answers__isnull=True, responses__isnull=False)),
        ).order_by("-year", "-created_at", "-pk")


class ResponseQuerySet(models.QuerySet):
    def sent(self):
        return self.filter(answers__isnull=False)

    def begun(self):
        """Typed and not sent."""
        return self.filter(answers__isnull=True)
