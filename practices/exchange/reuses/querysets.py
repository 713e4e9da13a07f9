"""Reuses in the words of those who declare, follow and read them."""

from django.db import models
from django.db.models import Q


class ReuseQuerySet(models.QuerySet):
    def with_names(self):
        return self.select_related(
            "territory", "service", "practice__contribution", "practice__territory", "child"
        )

    def kept(self):
        """Not withdrawn."""
        return self.exclude(state="withdrawn")

    def public(self):
        """What pages show: kept, not hidden, of a practice that is on line."""
        return self.kept().filter(hidden=False, practice__archived_at=None)

    def tally(self) -> dict[str, int]:
        """How many there are in all, and in each state."""
        counted = self.order_by().values_list("state").annotate(models.Count("pk"))
        counts = dict.fromkeys(("declared", "adapted", "done", "dropped"), 0) | dict(counted)
        return counts | {"all": sum(counts.values())}

    def editable_by(self, user):
        """One's own, and those of an authority one is a confirmed member of. Mirrors
        `reuses.gate.parts_of`."""
        if not user.is_authenticated:
            return self.none()
        places = user.memberships.confirmed().values("territory")
        return self.filter(Q(declared_by=user) | Q(territory__in=places))
