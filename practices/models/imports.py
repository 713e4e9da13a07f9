"""How the columns of spreadsheets are read, as people said it."""

from django.db import models


class ImportMapping(models.Model):
    """How the columns of a known heading line are read; proposed again for the same headings."""

    name = models.CharField("nom", max_length=80, unique=True)
    signature = models.CharField(max_length=64, unique=True)
    mapping = models.JSONField("correspondance", default=dict)
    updated_at = models.DateTimeField("modifié le", auto_now=True)

    class Meta:
        verbose_name = "correspondance de colonnes"
        verbose_name_plural = "correspondances de colonnes"

    def __str__(self):
        return self.name
