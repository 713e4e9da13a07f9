"""Who signs in, and for which service of which territory they speak."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.people.querysets import MembershipQuerySet, UserQuerySet
from aict.taxonomies.models import Service
from aict.territories.models import Territory


class Role(models.TextChoices):
    OFFICER = "officer", _("Agent·e")
    COORDINATOR = "coordinator", _("Coordinateur·rice")
    ADMINISTRATOR = "administrator", _("Administrateur·rice")


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Django's own command makes an administrator; the role says everything."""
        return self.create_user(email, password, **{**fields, "role": Role.ADMINISTRATOR})


class User(AbstractBaseUser):
    email = models.EmailField(_("adresse électronique"), unique=True)
    name = models.CharField(_("nom affiché"), max_length=120, blank=True)
    function = models.CharField(_("fonction"), max_length=120, blank=True)
    role = models.CharField(_("rôle"), max_length=20, choices=Role.choices, default=Role.OFFICER)
    is_active = models.BooleanField(_("actif"), default=True)
    date_joined = models.DateTimeField(_("inscription"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("personne")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="email_in_lower_case",
                violation_error_message=_("L’adresse électronique s’écrit en minuscules."),
            )
        ]

    def __str__(self):
        return self.name or self.email

    @property
    def is_coordinator(self) -> bool:
        """Coordinators moderate; administrators can do all that coordinators do."""
        return self.role in {Role.COORDINATOR, Role.ADMINISTRATOR}

    @property
    def is_administrator(self) -> bool:
        return self.role == Role.ADMINISTRATOR

    # The back office asks these; the role is the only answer.
    @property
    def is_staff(self) -> bool:
        return self.is_administrator

    def has_perm(self, perm, obj=None) -> bool:
        return self.is_active and self.is_administrator

    def has_module_perms(self, label) -> bool:
        return self.is_active and self.is_administrator


class Membership(models.Model):
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    territory = models.ForeignKey(Territory, models.PROTECT, related_name="memberships")
    service = models.ForeignKey(Service, models.PROTECT, related_name="memberships")
    created_at = models.DateTimeField(_("déclarée le"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("confirmée le"), null=True, blank=True)
    confirmed_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("appartenance")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "territory", "service"],
                name="membership_once",
                violation_error_message=_(
                    "Vous avez déjà déclaré ce service de cette collectivité."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None) | ~models.Q(confirmed_by=models.F("user")),
                name="membership_confirmed_by_another",
                violation_error_message=_(
                    "Une autre personne confirme l’appartenance de chacun·e."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.user} – {self.territory}, {self.service}"


class MailDomain(models.Model):
    """A mail domain already confirmed for a territory. It suggests, it never confirms."""

    domain = models.CharField(_("domaine"), max_length=190)
    territory = models.ForeignKey(Territory, models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(_("confirmé le"), auto_now=True)

    class Meta:
        verbose_name = _("domaine de messagerie")
        verbose_name_plural = _("domaines de messagerie")
        constraints = [
            models.UniqueConstraint(fields=["domain", "territory"], name="mail_domain_once")
        ]

    def __str__(self):
        return f"{self.domain} – {self.territory}"


class PeopleEntry(models.Model):
    """One row per decision about someone: who, when, why. Never altered, and nameless once
    the account is erased."""

    class Action(models.TextChoices):
        DECLARED = "declared", _("Appartenance déclarée")
        CONFIRMED = "confirmed", _("Appartenance confirmée")
        REFUSED = "refused", _("Appartenance refusée")
        LEFT = "left", _("Appartenance quittée")
        HANDED_OVER = "handed-over", _("Contributions confiées")
        ROLE = "role", _("Rôle changé")
        ERASED = "erased", _("Compte effacé")

    person = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="entries")
    action = models.CharField(_("décision"), max_length=20, choices=Action.choices)
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="+"
    )
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    detail = models.CharField(_("précision"), max_length=300, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("le"), default=timezone.now)

    class Meta:
        verbose_name = _("entrée du journal des personnes")
        verbose_name_plural = _("journal des personnes")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["person", "-at"], name="people_entry_person")]

    def __str__(self):
        return self.get_action_display()
