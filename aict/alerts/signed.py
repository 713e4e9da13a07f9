"""The links of mails: what their holder may do, without password and without showing an address."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from aict.alerts.models import Bookmark, Reader, Subscription

CONFIRM, MANAGE, STOP = "alerts.confirm", "alerts.manage", "alerts.stop"
DAYS = 7
MODELS: dict[str, type[Reader] | type[Subscription] | type[Bookmark]] = {
    "l": Reader,
    "a": Subscription,
    "g": Bookmark,
}
Stopped = Reader | Subscription | Bookmark


def confirm_key(alert: Subscription) -> str:
    return signing.dumps(alert.pk, salt=CONFIRM)


def confirmed_pk(key: str) -> int:
    """Raises SignatureExpired after seven days, BadSignature otherwise."""
    return signing.loads(key, salt=CONFIRM, max_age=DAYS * 86_400)


def manage_key(reader: Reader) -> str:
    return signing.dumps(reader.pk, salt=MANAGE)


def managed_pk(key: str) -> int:
    """Raises BadSignature. Without age: whoever wants fewer mails must always be able to say so."""
    return signing.loads(key, salt=MANAGE)


def stop_key(row: Stopped) -> str:
    letter = next(letter for letter, model in MODELS.items() if isinstance(row, model))
    return signing.dumps([letter, row.pk], salt=STOP)


def stopped(key: str) -> Stopped | None:
    """What the holder of the link no longer wants; None when it is gone. Raises BadSignature."""
    letter, pk = signing.loads(key, salt=STOP)
    return MODELS[letter].objects.filter(pk=pk).first()


def whole(name: str, key: str) -> str:
    """The address to mail."""
    return settings.SITE_URL + reverse(f"alerts:{name}", args=[key])


def stop_headers(row: Stopped) -> dict[str, str]:
    """One click in the mail program (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{whole('stop', stop_key(row))}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
