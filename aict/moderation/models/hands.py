"""Several hands in one text: who wrote in which part, who is to,
and what they tell each other of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from aict.moderation.models.contribution import Contribution, Revision


class Hand(models.Model):
    """Someone wrote in one part of a text; `lock_no` is that of the text as she last left it.

    The highest number of a part is the lock of that part: two people write in two parts at once."""

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="hands")
    part = models.SlugField("partie", max_length=60)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lock_no = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "main"
        constraints = [
            models.UniqueConstraint(fields=["revision", "part", "by"], name="one_hand_by_part")
        ]

    def __str__(self):
        return f"{self.revision} : {self.part}"


class Assignment(models.Model):
    """One part of a text is someone's to write, perhaps for a day. It ends with its acceptance."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="assignments")
    part = models.SlugField("partie", max_length=60)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments")
    until = models.DateField("pour le", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "partie confiée"
        verbose_name_plural = "parties confiées"
        constraints = [
            models.UniqueConstraint(fields=["contribution", "part"], name="part_assigned_once")
        ]

    def __str__(self):
        return f"{self.contribution} : {self.part}"


class Remark(models.Model):
    """What one of those who prepare a text says of a part of it. Never public, never deleted."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="remarks")
    part = models.SlugField("partie", max_length=60)
    field = models.CharField("passage", max_length=60, blank=True)
    # Of the text that was read; none for a draft.
    number = models.PositiveIntegerField("version lue", null=True, blank=True)
    text = models.TextField("remarque", max_length=2000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField("traitée le", null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "remarque"
        ordering = ["at", "pk"]
        indexes = [
            models.Index(
                fields=["contribution", "part"],
                condition=Q(resolved_at=None),
                name="remark_open",
            )
        ]

    def __str__(self):
        return f"{self.contribution} : {self.part}"
