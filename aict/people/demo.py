"""The accounts of the demonstration: announced on screen, never made elsewhere."""

from dataclasses import dataclass
from functools import cache

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from aict.people.models import Membership, Role, User
from aict.taxonomies.models import Service
from aict.territories.models import Territory

DEMO_PASSWORD = "demonstration-2026"


@dataclass(frozen=True)
class DemoAccount:
    email: str
    name: str
    function: str
    role: str
    territory: str = ""
    service: str = ""

    @property
    def role_label(self) -> str:
        return str(Role(self.role).label)


DEMO_ACCOUNTS = [
    DemoAccount(
        "agent@demo.aict-eco.example",
        "Camille Fictif",
        "Chargée de mission relations internationales",
        Role.OFFICER,
        "metropole-200040715",
        "relations-internationales",
    ),
    DemoAccount(
        "agent2@demo.aict-eco.example",
        "Dominique Fictif",
        "Chef de projet attractivité",
        Role.OFFICER,
        "region-53",
        "developpement-economique",
    ),
    DemoAccount(
        "coordination@demo.aict-eco.example",
        "Florence Fictif",
        "Coordination de la dynamique thématique",
        Role.COORDINATOR,
    ),
    DemoAccount(
        "coordination2@demo.aict-eco.example",
        "Maxime Fictif",
        "Coordination de la dynamique thématique",
        Role.COORDINATOR,
    ),
    DemoAccount(
        "administration@demo.aict-eco.example",
        "Alix Fictif",
        "Administration de la plateforme",
        Role.ADMINISTRATOR,
    ),
]


@transaction.atomic
def create_demo_accounts() -> list[User]:
    """The five accounts, their address verified and their membership confirmed. Running it
    again changes nothing. Refused unless settings.DEMO: the password is public."""
    if not settings.DEMO:
        raise ImproperlyConfigured("Les comptes de démonstration n’existent qu’avec DEMO=True.")
    return [_create(account) for account in DEMO_ACCOUNTS]


@cache
def _hashed() -> str:
    """Public and the same for all: one costly hash serves the five accounts."""
    return make_password(DEMO_PASSWORD)


def _create(account: DemoAccount) -> User:
    user = User.objects.filter(email=account.email).first()
    if user is None:
        user = User.objects.create(
            email=account.email,
            name=account.name,
            function=account.function,
            role=account.role,
            password=_hashed(),
        )
    EmailAddress.objects.get_or_create(
        user=user, email=account.email, defaults={"verified": True, "primary": True}
    )
    if account.territory:
        Membership.objects.get_or_create(
            user=user,
            territory=Territory.objects.get(key=account.territory),
            service=Service.objects.get(slug=account.service),
            defaults={"confirmed_at": timezone.now()},
        )
    return user
