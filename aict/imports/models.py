"""Spreadsheets brought by coordinators: how each is read, what became of each row."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from aict.imports.kinds import IMPORT_KINDS
from aict.moderation.models import Contribution


class ImportRun(models.Model):
    """A file, from its upload to its report. Nothing is stored before « done »."""

    class State(models.TextChoices):
        SENT = "sent", "Colonnes à choisir"
        CHECKING = "checking", "Essai en cours"
        CHECKED = "checked", "Essai terminé"
        IMPORTING = "importing", "Import en cours"
        DONE = "done", "Importé"
        REFUSED = "refused", "Refusé"

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # What its rows become: an entry of IMPORT_KINDS.
    kind = models.CharField("nature", max_length=40)
    state = models.CharField("état", max_length=12, choices=State.choices, default=State.SENT)
    file = models.FileField("fichier", upload_to="imports/%Y/%m", blank=True)
    file_name = models.CharField("nom du fichier", max_length=200)
    # Rows of a source are known by it: the same row is never added twice.
    source = models.CharField("source", max_length=80)
    mapping = models.JSONField("correspondance", default=dict)
    total = models.PositiveIntegerField("lignes à lire", default=0)
    done = models.PositiveIntegerField("lignes lues", default=0)
    # {counts, lacking, unknown}: what the report shows before its rows.
    report = models.JSONField("bilan", default=dict)
    problem = models.CharField("refus", max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField("envoyé le", auto_now_add=True)
    beat = models.DateTimeField("dernier signe", default=timezone.now)

    class Meta:
        verbose_name = "import"
        ordering = ["-at"]
        verbose_name_plural = "imports"

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse(IMPORT_KINDS[self.kind].address, args=[self.token])

    @property
    def is_running(self) -> bool:
        return self.state in {self.State.CHECKING, self.State.IMPORTING}


class ImportRow(models.Model):
    """What became, or would become, of one row of a file."""

    class Status(models.TextChoices):
        ADDED = "added", "Ajoutée"
        KNOWN = "known", "Déjà là"
        DIFFERENT = "different", "Différente, non modifiée"
        DUPLICATE = "duplicate", "Doublon dans le fichier"
        AMBIGUOUS = "ambiguous", "À départager"
        REFUSED = "refused", "Refusée"

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField("ligne")
    status = models.CharField("sort", max_length=10, choices=Status.choices)
    title = models.CharField("titre", max_length=200, blank=True)
    contribution = models.ForeignKey(
        Contribution, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Sentences about the row, and names of the fields it lacks.
    remarks = models.JSONField("remarques", default=list)
    lacks = models.JSONField("manques", default=list)
    # Of what the row said, to see later whether it changed.
    digest = models.CharField(max_length=64)
    cells = models.JSONField("cellules", default=dict)
    # What a person may choose from when the row is ambiguous.
    found = models.JSONField("propositions", default=dict)

    class Meta:
        verbose_name = "ligne importée"
        verbose_name_plural = "lignes importées"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="imports_row_once")]

    def __str__(self):
        return f"{self.run} : {self.number}"
