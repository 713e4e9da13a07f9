"""Who is invited, and the mailings. Nothing here says when anybody answered: see docs/decisions/."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.people.models import User
from aict.taxonomies.models import Service
from aict.territories.models import Territory
from surveys.campaign.querysets import InvitationQuerySet
from surveys.models import Response, Survey

MOST_REMINDERS = 3


class Invitation(models.Model):
    """One address asked to answer. The link it receives is its signed number: nothing else is stored.

    No date on purpose. In an anonymous survey the database refuses `response`."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="invitations")
    # Empty once the account of that address was erased.
    email = models.EmailField(_("adresse électronique"), blank=True)
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # As it was written, when no territory was recognised.
    territory_name = models.CharField(_("collectivité"), max_length=120, blank=True)
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    sent = models.BooleanField(_("envoyée"), default=False)
    # The last reminder it received: 1 to 3.
    reminded = models.PositiveSmallIntegerField(_("rappels"), default=0)
    started = models.BooleanField(_("commencée"), default=False)
    answered = models.BooleanField(_("réponse envoyée"), default=False)
    stopped = models.BooleanField(_("ne veut plus de rappel"), default=False)
    bounced = models.BooleanField(_("adresse refusée"), default=False)
    # Named surveys only.
    response = models.OneToOneField(
        Response, models.SET_NULL, null=True, blank=True, related_name="invitation"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        ordering = ["email", "pk"]
        constraints = [
            models.UniqueConstraint(
                "survey",
                Lower("email"),
                condition=~Q(email=""),
                name="invitation_once_per_survey",
                violation_error_message=_("Cette adresse est déjà invitée."),
            ),
        ]

    def __str__(self):
        return self.email or "adresse effacée"

    @property
    def place(self) -> str:
        return self.territory.name if self.territory else self.territory_name

    @property
    def answers_for(self) -> str:
        """The place as its guest may read it: a code that was not recognised says nothing."""
        return self.place if any(sign.isalpha() for sign in self.place) else ""


class MailingKind(models.TextChoices):
    FIRST = "invitation", _("Invitation")
    REMINDER = "rappel", _("Rappel")


class SurveyMailing(models.Model):
    """One sending to many: the only dates of a campaign are those of the sender."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="mailings")
    kind = models.CharField(max_length=10, choices=MailingKind.choices)
    # 0 for invitations, then the rank of the reminder.
    number = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    # How many mails were asked for; unknown until the job has looked.
    count = models.PositiveIntegerField(null=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("envoi d’une enquête")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "number"],
                condition=Q(kind="rappel"),
                name="mailing_reminder_once",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number or ''}".strip()
