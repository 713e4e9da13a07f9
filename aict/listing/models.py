"""One clock per kind of list: what changed is read in the order in which it was committed."""

from django.db import connection, models


class Clock(models.Model):
    kind = models.CharField(max_length=40, primary_key=True)
    stamp = models.BigIntegerField(default=0)
    # Raised when rows disappear: readers then build their index anew.
    epoch = models.BigIntegerField(default=0)

    @classmethod
    def tick(cls, kind: str) -> int:
        """The next stamp of `kind`; holds the row until commit, so stamps appear in order."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO listing_clock (kind, stamp, epoch) VALUES (%s, 1, 0) "
                "ON CONFLICT (kind) DO UPDATE SET stamp = listing_clock.stamp + 1 RETURNING stamp",
                [kind],
            )
            return cursor.fetchone()[0]

    def __str__(self):
        return f"{self.kind} {self.stamp}"
