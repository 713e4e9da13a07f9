"""The link of a mail by which somebody without account confirms, reads and gives back a place."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from practices.events.models import Registration

SALT = "events.registration"


def key_of(row: Registration) -> str:
    return signing.dumps(row.token.hex, salt=SALT)


def read(key: str) -> Registration | None:
    """Whose link it is, or None for a link nobody made or a registration forgotten since. Without
    age: whoever holds a place must always be able to give it back."""
    try:
        token = signing.loads(key, salt=SALT)
    except signing.BadSignature:
        return None
    joined = ("event__contribution", "event__territory")
    return Registration.objects.select_related(*joined).filter(token=token).first()


def path(row: Registration) -> str:
    return reverse("events:mine", args=[key_of(row)])


def address(row: Registration) -> str:
    return settings.SITE_URL + path(row)
