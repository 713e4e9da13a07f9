"""The words our texts hold, as they are spelt: what a misspelt word is compared with."""

from django.contrib.postgres.indexes import GistIndex
from django.db import models


class Spelling(models.Model):
    word = models.CharField("mot", max_length=40, primary_key=True)
    plain = models.GeneratedField(
        expression=models.Func("word", function="aict_sort_key"),
        output_field=models.CharField(max_length=60),
        db_persist=True,
    )
    # In how many texts, at the last full reading; a word learnt since counts for one.
    texts = models.PositiveIntegerField("textes", default=1)

    class Meta:
        indexes = [
            GistIndex(fields=["plain"], opclasses=["gist_trgm_ops"], name="spelling_plain"),
        ]

    def __str__(self):
        return self.word
