"""The link of a mail that lets somebody answer without an account."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from aict.people.models import User
from partnerships.introductions.permissions import Who
from partnerships.models.introduction import Introduction

SALT = "introductions.answer"
DAYS = 60


def key_of(introduction: Introduction, reader: User | None = None) -> str:
    """`reader`: the member of a territory it is mailed to; none for an actor's box."""
    content = [str(introduction.token), introduction.round, reader.pk if reader else 0]
    return signing.dumps(content, salt=SALT, compress=True)


def read(key: str) -> tuple[str, Who]:
    """(token, who holds the link). Raises SignatureExpired after sixty days, BadSignature otherwise."""
    token, round_, reader = signing.loads(key, salt=SALT, max_age=DAYS * 86_400)
    user = User.objects.active().filter(pk=reader).first() if reader else None
    return token, Who(user=user, link=round_)


def address(introduction: Introduction, reader: User | None = None) -> str:
    """The whole address to mail."""
    path = reverse("introductions:answer", args=[key_of(introduction, reader)])
    return settings.SITE_URL + path
