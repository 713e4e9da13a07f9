"""How well someone's account is protected, said in one glance."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from aict.people.models import User


@dataclass(frozen=True)
class Means:
    """Ways of signing in that this person has set up."""

    password: bool
    totp: bool
    keys: int
    recovery_codes: bool
    proconnect: bool

    @property
    def second_factor(self) -> bool:
        return self.totp or self.keys > 0


def means(user: User) -> Means:
    types = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    return Means(
        password=user.has_usable_password(),
        totp=Authenticator.Type.TOTP in types,
        keys=types.count(Authenticator.Type.WEBAUTHN),
        recovery_codes=Authenticator.Type.RECOVERY_CODES in types,
        proconnect=SocialAccount.objects.filter(user=user).exists(),
    )
