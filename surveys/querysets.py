from django.db import models


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
        return self.filter(answers__isnull=False)

    def begun(self):
        """Typed and not sent."""
        return self.filter(answers__isnull=True)
