"""Free words, sorted into themes; a few sentences that may be read by all once two people have seen to it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.people.models import User
from aict.taxonomies.models import Need
from surveys.models import Response, Survey


class Theme(models.Model):
    """What several texts of one question speak of, and the need it is, if any."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="themes")
    question = models.CharField(max_length=60)
    label = models.CharField(_("thème"), max_length=80)
    need = models.ForeignKey(
        Need, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("besoin")
    )

    class Meta:
        verbose_name = _("thème d’une réponse libre")
        ordering = ["label", "pk"]
        constraints = [
            models.UniqueConstraint(
                "survey",
                "question",
                Lower("label"),
                name="theme_named_once",
                violation_error_message=_("Ce thème existe déjà pour cette question."),
            )
        ]

    def __str__(self):
        return self.label


class Coding(models.Model):
    """This text speaks of this theme. Erased with the response."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="codings")
    theme = models.ForeignKey(Theme, models.CASCADE, related_name="codings")

    class Meta:
        verbose_name = _("classement d’un texte")
        constraints = [
            models.UniqueConstraint(fields=["response", "theme"], name="coding_once"),
        ]

    def __str__(self):
        return f"{self.theme}"


class Quote(models.Model):
    """A sentence without what would tell who wrote it. It knows no response.

    Whoever wrote these words never approves them: the database sees to it."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("À relire par une autre personne")
        APPROVED = "approved", _("Validée")
        REFUSED = "refused", _("Renvoyée")

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="quotes")
    question = models.CharField(max_length=60)
    text = models.TextField(_("citation"), max_length=400)
    theme = models.ForeignKey(
        Theme,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("thème"),
    )
    state = models.CharField(max_length=8, choices=State.choices, default=State.PROPOSED)
    # Raised by each change: a stale one is refused.
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    checked_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    # Why it was sent back.
    reason = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("citation")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_by=None) | ~Q(checked_by=F("written_by")),
                name="quote_seen_by_two",
                violation_error_message=_("Une autre personne relit la citation."),
            )
        ]

    def __str__(self):
        return self.text[:80]

    @property
    def is_approved(self) -> bool:
        return self.state == self.State.APPROVED
