"""Several hands in one text: who wrote in which part."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from aict.moderation.models.contribution import Revision


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
