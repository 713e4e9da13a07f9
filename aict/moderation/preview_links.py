"""Private links to a preview: signed, unguessable, for thirty days."""

from django.core import signing

from aict.moderation.models import Contribution

SALT = "moderation.preview"
DAYS = 30


def preview_key(contribution: Contribution) -> str:
    """The end of the private preview's address."""
    return signing.dumps(str(contribution.token), salt=SALT, compress=True)


def token_of(key: str) -> str:
    """The token a key stands for. Raises SignatureExpired after 30 days, BadSignature otherwise."""
    return signing.loads(key, salt=SALT, max_age=DAYS * 86_400)


def opens(key: str, contribution: Contribution) -> bool:
    """Whether the key of a private preview is that of this contribution, and still good."""
    try:
        return bool(key) and token_of(key) == str(contribution.token)
    except signing.BadSignature:
        return False
