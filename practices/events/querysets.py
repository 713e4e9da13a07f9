"""Events and registrations, in the words of those who look for them."""

from datetime import date

from django.db import models
from django.db.models import Count, Max, OuterRef, Subquery

from aict.listing.listed import ListedQuerySet
from aict.moderation.models import JournalEntry
from practices.events.enums import Seat

# What changes what calendars say of an event.
TELLINGS = ("publish", "accept", "archive", "restore")


class EventQuerySet(ListedQuerySet):
    def with_relations(self):
        return self.select_related(
            "territory__region", "territory__departement", "territory__country"
        ).prefetch_related("themes", "sessions")

    def told(self):
        """With `tellings` and `told_at`: how many times calendars had something new, and when last."""
        rows = JournalEntry.objects.filter(
            contribution=OuterRef("contribution"), transition__in=TELLINGS
        )
        rows = rows.order_by().values("contribution")
        return self.annotate(
            tellings=Subquery(rows.annotate(many=Count("pk")).values("many")),
            told_at=Subquery(rows.annotate(last=Max("at")).values("last")),
        ).select_related("contribution", "territory")

    def upcoming(self, today: date):
        """The nearest first; what is cancelled or postponed is not waited for."""
        found = self.published().filter(last_day__gte=today, state="maintenu")
        return found.order_by("starts_at", "pk")


class RegistrationQuerySet(models.QuerySet):
    def registered(self):
        return self.filter(state=Seat.REGISTERED)

    def waiting(self):
        """The first come first."""
        return self.filter(state=Seat.WAITING).order_by("since", "pk")

    def concerned(self):
        """Who must know of what happens to the event."""
        return self.filter(state__in=[Seat.REGISTERED, Seat.WAITING])

    def counts(self) -> dict[str, int]:
        """How many in each state; absent states are missing."""
        rows = self.order_by().values_list("state").annotate(number=models.Count("pk"))
        return dict(rows)
