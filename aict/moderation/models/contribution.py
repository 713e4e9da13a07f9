"""What is contributed, its texts, its corrections, its files and its journal, whatever its kind."""

import uuid
from pathlib import PurePath

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from aict.moderation.querysets import ContributionQuerySet
from aict.taxonomies.enums import Category, ReviewRhythm
from aict.taxonomies.models import Service
from aict.territories.models import Territory


class State(models.TextChoices):
    DRAFT = "draft", "Brouillon"
    SUBMITTED = "submitted", "Soumis"
    RETURNED = "returned", "À corriger"
    PUBLISHED = "published", "Publié"
    ARCHIVED = "archived", "Archivé"


class VerifiedBy(models.TextChoices):
    """Who said last that the page tells the truth: a body, never a person."""

    TEAM = "equipe", "son équipe"
    COORDINATION = "coordination", "la coordination"
    SUBJECT = "organisme", "l’organisme lui-même"


# What was done, as the journal and the mails say it.
DONE = {
    "submit": "Soumis à la coordination",
    "withdraw": "Repris par son équipe",
    "send_back": "Corrections demandées",
    "accept": "Publié",
    "publish": "Publié directement",
    "revise": "Mise à jour commencée",
    "discard": "Mise à jour abandonnée",
    "abandon": "Brouillon abandonné",
    "archive": "Retiré du site",
    "reopen": "Rouvert",
    "expire": "Classé sans réponse",
    "expire_update": "Mise à jour classée sans réponse",
    "restore": "Remis en ligne",
    "verify": "Vérifié, toujours exact",
    "reference": "Inscrit depuis une source publique",
    "merge": "Doublon réuni à cette page",
    "unmerge": "Réunion défaite",
    "ask_reading": "Seconde lecture demandée",
    "read_nothing": "Seconde lecture : rien à redire",
    "read_remarks": "Seconde lecture : remarques",
    "drop_reading": "Seconde lecture sans suite",
    "propose_change": "Modification proposée",
    "take_proposal": "Proposition reprise dans le brouillon",
    "refuse_proposal": "Proposition non retenue",
    "outdate_proposal": "Proposition dépassée par une nouvelle version",
    "agree": "D’accord pour publication",
}


class Contribution(models.Model):
    """One row per contributed thing. `state` is that of the text in hand; `live` says whether
    an accepted version is on line meanwhile."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("nature", max_length=40)
    state = models.CharField("état", max_length=12, choices=State.choices, default=State.DRAFT)
    live = models.BooleanField("en ligne", default=False)
    # Copied from the latest text, so that the queue needs one query.
    title = models.CharField("titre", max_length=200, blank=True)
    category = models.CharField("catégorie", max_length=20, choices=Category.choices, blank=True)
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True)
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True)
    fictional = models.BooleanField("fictif", default=False)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="contributions", blank=True
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    state_since = models.DateTimeField("dans cet état depuis", default=timezone.now)
    published_at = models.DateTimeField("publié le", null=True, blank=True)
    verified_on = models.DateField("vérifié le", null=True, blank=True)
    verified_by = models.CharField(
        "vérifié par", max_length=12, choices=VerifiedBy.choices, blank=True
    )
    reminded_on = models.DateField("vérification demandée le", null=True, blank=True)
    review_months = models.PositiveSmallIntegerField(
        "rappel de mise à jour", choices=ReviewRhythm.choices, default=ReviewRhythm.TWELVE
    )
    # The day a text fixed for itself; the rhythm counts again once the page is verified after it.
    review_on = models.DateField("à revoir le", null=True, blank=True)
    authorised_by_function = models.CharField(
        "publication autorisée par", max_length=120, blank=True
    )
    authorised_on = models.DateField("autorisée le", null=True, blank=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = "contribution"
        indexes = [
            models.Index(fields=["state", "state_since"], name="contribution_queue"),
            models.Index(fields=["kind", "live"], name="contribution_kind_live"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(live=True),
                name="published_is_live",
                violation_error_message="Ce qui est publié est en ligne.",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ARCHIVED) | Q(live=False),
                name="archived_is_not_live",
                violation_error_message="Ce qui est archivé n’est plus en ligne.",
            ),
            models.CheckConstraint(
                condition=Q(live=False) | Q(published_at__isnull=False),
                name="live_has_date",
                violation_error_message="Ce qui est en ligne porte sa date de publication.",
            ),
        ]

    def __str__(self):
        return self.title or "Sans titre"

    def last_number(self) -> int:
        """Of the text last submitted; 0 before."""
        return self.revisions.aggregate(last=models.Max("number"))["last"] or 0

    @property
    def is_update(self) -> bool:
        """True when the text in hand would replace a version that is on line."""
        return self.live and self.state != State.PUBLISHED


class Revision(models.Model):
    """A text of a contribution, as the form's own values. number none = the one rolling draft."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField("version", null=True, blank=True)
    data = models.JSONField("contenu", default=dict)
    form_version = models.PositiveSmallIntegerField(default=1)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lock_no = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    # What readers are told of a substantial change; empty when there is nothing to say.
    note = models.CharField("note de version", max_length=300, blank=True)
    accepted = models.BooleanField("acceptée", default=False)

    class Meta:
        verbose_name = "version"
        ordering = [F("number").desc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(fields=["contribution", "number"], name="revision_number_once"),
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(number=None), name="one_rolling_draft"
            ),
            models.CheckConstraint(
                condition=Q(accepted=False) | Q(number__isnull=False), name="accepted_is_numbered"
            ),
        ]

    def __str__(self):
        return f"{self.contribution} v{self.number or '…'}"


class Correction(models.Model):
    """What a coordinator asks to change, on which field, and why."""

    class Reason(models.TextChoices):
        INCOMPLETE = "incomplet", "Incomplet"
        WRONG = "inexact", "Inexact"
        OUTDATED = "perime", "Périmé"
        OUT_OF_SCOPE = "hors-perimetre", "Hors périmètre"
        PERSONAL_DATA = "donnee-personnelle", "Donnée personnelle"
        READABILITY = "lisibilite", "Lisibilité"

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="corrections")
    number = models.PositiveIntegerField("version visée")
    reason = models.CharField("motif", max_length=20, choices=Reason.choices)
    field = models.CharField("champ", max_length=60, blank=True)
    comment = models.TextField("demande", max_length=1000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField("traité le", null=True, blank=True)

    class Meta:
        verbose_name = "correction demandée"
        verbose_name_plural = "corrections demandées"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_reason_display()} : {self.field}"


class JournalEntry(models.Model):
    """One row per change of state, never altered."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="journal")
    transition = models.CharField(max_length=20)
    source = models.CharField(max_length=12, choices=State.choices, blank=True)
    target = models.CharField(max_length=12, choices=State.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    number = models.PositiveIntegerField("version", null=True, blank=True)
    comment = models.TextField("commentaire", blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "entrée du journal"
        verbose_name_plural = "journal"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.contribution} : {self.transition}"

    @property
    def label(self) -> str:
        return DONE[self.transition]


class Attachment(models.Model):
    """A file of a contribution. The JSON text names it by `token`, so old versions keep theirs."""

    class Kind(models.TextChoices):
        DOCUMENT = "document", "Document"
        IMAGE = "image", "Image"

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="attachments")
    kind = models.CharField("nature", max_length=10, choices=Kind.choices)
    file = models.FileField("fichier", upload_to="pieces/%Y/%m")
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField("taille")
    # Of an image: the page keeps its place while it loads.
    width = models.PositiveSmallIntegerField("largeur", null=True, blank=True)
    height = models.PositiveSmallIntegerField("hauteur", null=True, blank=True)
    name = models.CharField("intitulé", max_length=150)
    alt = models.CharField("texte alternatif", max_length=250, blank=True)
    credit = models.CharField("crédit et droits", max_length=150, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "pièce"
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="image") | (~Q(alt="") & ~Q(credit="")),
                name="image_has_alt_and_credit",
                violation_error_message="Une image a un texte alternatif et un crédit.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("moderation:media", args=[self.token, self.file_name])

    @property
    def format(self) -> str:
        """« PDF », « DOCX », « WEBP » … as readers are told before they follow the link."""
        return PurePath(str(self.file)).suffix.lstrip(".").upper()

    @property
    def file_name(self) -> str:
        """The name under which it is served and downloaded: ours, from its title."""
        stem = slugify(self.name)[:80].strip("-") or self.kind
        return f"{stem}{PurePath(str(self.file)).suffix}"
