from django.db import models
from django.db.models import Q


class SurveyQuerySet(models.QuerySet):
    def public(self):
        """What anybody may know of: open, being analysed, published."""
        return self.exclude(state="draft")

    def published(self):
        return self.filter(state="published")

    def visible_to(self, user):
        return self if getattr(user, "is_coordinator", False) else self.public()


class ResponseQuerySet(models.QuerySet):
    def sent(self):
        return self.exclude(answers=None)

    def begun(self):
        """Typed and not sent."""
        return self.filter(Q(answers=None))
