"""Who signs in, and for which service of which territory they speak."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone

from aict.taxonomies.models import Service
from aict.territories.models import Territory


class Role(models.TextChoices):
    OFFICER = "officer", "Agent·e"
    COORDINATOR = "coordinator", "Coordinateur·rice"
    ADMINISTRATOR = "administrator", "Administrateur·rice"


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(
            email, password, role=Role.ADMINISTRATOR, is_staff=True, is_superuser=True, **fields
        )


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField("adresse électronique", unique=True)
    name = models.CharField("nom affiché", max_length=120, blank=True)
    function = models.CharField("fonction", max_length=120, blank=True)
    role = models.CharField("rôle", max_length=20, choices=Role.choices, default=Role.OFFICER)
    is_active = models.BooleanField("actif", default=True)
    is_staff = models.BooleanField("accès à l’administration", default=False)
    date_joined = models.DateTimeField("inscription", default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = "personne"

    def __str__(self):
        return self.name or self.email

    @property
    def is_coordinator(self) -> bool:
        """Coordinators moderate; administrators can do all that coordinators do."""
        return self.role in {Role.COORDINATOR, Role.ADMINISTRATOR}

    @property
    def is_administrator(self) -> bool:
        return self.role == Role.ADMINISTRATOR


class MembershipQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)

    def waiting(self):
        return self.filter(confirmed_at__isnull=True)


class Membership(models.Model):
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    territory = models.ForeignKey(Territory, models.PROTECT, related_name="memberships")
    service = models.ForeignKey(Service, models.PROTECT, related_name="memberships")
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField("confirmé le", null=True, blank=True)
    confirmed_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "appartenance"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "territory", "service"],
                name="membership_once",
                violation_error_message="Vous avez déjà déclaré ce service de cette collectivité.",
            )
        ]

    def __str__(self):
        return f"{self.user} – {self.territory}, {self.service}"
