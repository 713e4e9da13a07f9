"""Keys of reading links: 160 bits that the database does not hold.

A row keeps a random number and the fingerprint of the key; the key is made of the number and of the
secret of the site. Whoever reads the database, or a backup of it, cannot open a dossier; editors see
their links again; after a change of secret, links already sent still open."""

import hashlib
import secrets
from base64 import b32encode

from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "practices.dossiers.share"
BYTES = 20


def new_nonce() -> str:
    return secrets.token_hex(16)


def key_of(nonce: str, secret: str | bytes | None = None) -> str:
    """The end of the address: lower case letters and digits, which no messaging program takes for marks."""
    made = salted_hmac(SALT, nonce, secret=secret, algorithm="sha256").digest()
    return b32encode(made[:BYTES]).decode().lower()


def digest_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def shown_key(nonce: str, digest: str) -> str:
    """The key of a row, to show it again; "" when it was made with a secret since forgotten."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        key = key_of(nonce, secret)
        if secrets.compare_digest(digest_of(key), digest):
            return key
    return ""
