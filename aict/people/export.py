"""Everything the site knows of someone, as plain data."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from aict.people import holdings
from aict.people.models import User


def export(user: User) -> dict:
    """A JSON-ready document: profile, sign-in means (never their secrets), memberships, journal,
    and what the rooms above keep in this person's name."""
    return {
        "exporté le": timezone.now().isoformat(timespec="seconds"),
        "profil": profile(user),
        "connexion": sign_in_means(user),
        "appartenances": [
            membership(m)
            for m in user.memberships.select_related("territory", "service").order_by("pk")
        ],
        "journal du compte": [
            entry(e) for e in user.entries.select_related("territory", "service")
        ],
        **holdings.export(user),
    }


def profile(user: User) -> dict:
    return {
        "adresse électronique": user.email,
        "nom": user.name,
        "fonction": user.function,
        "rôle": str(user.get_role_display()),
        "inscription": user.date_joined.isoformat(timespec="seconds"),
        "dernière connexion": user.last_login and user.last_login.isoformat(timespec="seconds"),
    }


def sign_in_means(user: User) -> dict:
    return {
        "mot de passe": user.has_usable_password(),
        "adresses": list(EmailAddress.objects.filter(user=user).values("email", "verified")),
        "second facteur": [
            {"type": a.get_type_display(), "ajouté le": a.created_at.isoformat(timespec="seconds")}
            for a in Authenticator.objects.filter(user=user)
        ],
        "comptes reliés": [
            {"fournisseur": a.provider, "identifiant": a.uid, "informations": a.extra_data}
            for a in SocialAccount.objects.filter(user=user)
        ],
    }


def membership(row) -> dict:
    return {
        "collectivité": row.territory.name,
        "identifiant de la collectivité": row.territory.key,
        "service": row.service.label,
        "déclarée le": row.created_at.isoformat(timespec="seconds"),
        "confirmée le": row.confirmed_at and row.confirmed_at.isoformat(timespec="seconds"),
    }


def entry(row) -> dict:
    return {
        "décision": str(row.get_action_display()),
        "collectivité": row.territory and row.territory.name,
        "service": row.service and row.service.label,
        "précision": row.detail,
        "le": row.at.isoformat(timespec="seconds"),
    }
