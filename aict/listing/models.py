"""One clock per kind of list: what changed is read in the order in which it was committed."""

from django.db import connection, models

from aict.moderation.models import Contribution

# A row born anew (restored, rolled back) starts another epoch, so that no reader trusts its memory.
TICK = """
INSERT INTO listing_clock (kind, stamp, epoch)
VALUES (%(kind)s, %(count)s, (random() * 1000000000000)::bigint)
ON CONFLICT (kind) DO UPDATE SET stamp = listing_clock.stamp + %(count)s
RETURNING stamp
"""


class Clock(models.Model):
    kind = models.CharField(max_length=40, primary_key=True)
    stamp = models.BigIntegerField(default=0)
    # Raised when rows disappear: readers then build their index anew.
    epoch = models.BigIntegerField(default=0)

    def __str__(self):
        return f"{self.kind} {self.stamp}"

    @classmethod
    def tick(cls, kind: str, count: int = 1) -> int:
        """The last of `count` new stamps of `kind`; holds the row until commit, so that stamps
        appear in order to readers."""
        with connection.cursor() as cursor:
            cursor.execute(TICK, {"kind": kind, "count": count})
            return cursor.fetchone()[0]

    @classmethod
    def forget(cls, kind: str) -> None:
        """Have every process build its index of `kind` anew: rows or labels changed as a whole."""
        cls.tick(kind, 0)
        cls.objects.filter(kind=kind).update(epoch=models.F("epoch") + 1)


class OldAddress(models.Model):
    """A former address of a row of a list: it redirects for ever."""

    kind = models.CharField(max_length=40)
    slug = models.SlugField(max_length=120)
    row_id = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="old_address_once")]

    def __str__(self):
        return f"{self.kind} {self.slug}"


class Report(models.Model):
    """An error a reader signalled on a published page."""

    class Reason(models.TextChoices):
        WRONG = "inexact", "Une information est inexacte"
        OUTDATED = "perime", "Une information est périmée"
        PERSONAL_DATA = "donnee-personnelle", "Une donnée personnelle apparaît"
        ACCESS = "acces", "La page est difficile à lire ou à utiliser"
        OTHER = "autre", "Autre chose"

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="reports")
    reason = models.CharField("motif", max_length=20, choices=Reason.choices)
    message = models.TextField("ce qui ne va pas", max_length=1500)
    at = models.DateTimeField(auto_now_add=True)
    handled_at = models.DateTimeField("traité le", null=True, blank=True)

    class Meta:
        verbose_name = "signalement"
        ordering = ["-at"]

    def __str__(self):
        return f"{self.get_reason_display()} – {self.contribution}"
