"""Mails of development: kept as files under var/, read at /compte/courrier-local/. Never in production."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage as Message
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

KEPT, SHOWN = 500, 100
NAME = re.compile(r"\d{14}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Letter:
    """One mail as it was sent; `text` and `html` are "" when it has no such part."""

    name: str
    at: datetime
    to: str
    subject: str
    text: str
    html: str


class Backend(BaseEmailBackend):
    """Writes each mail down, whole or not at all."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not settings.LOCAL_MAIL:
            raise ImproperlyConfigured(
                "Le courrier local ne sert qu’en développement : donnez EMAIL_URL."
            )

    def send_messages(self, email_messages) -> int:
        folder = place()
        for mail in email_messages:
            name = f"{timezone.now():%Y%m%d%H%M%S}-{uuid4().hex[:12]}"
            unfinished = folder / f".{name}"
            unfinished.write_bytes(mail.message().as_bytes())
            unfinished.rename(folder / f"{name}.eml")
        for old in sorted(folder.glob("*.eml"))[:-KEPT]:
            old.unlink(missing_ok=True)
        return len(email_messages)


def place() -> Path:
    folder = Path(settings.LOCAL_MAIL_ROOT)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def letters() -> list[Letter]:
    """The last ones, the latest first."""
    files = sorted(place().glob("*.eml"), reverse=True)[:SHOWN]
    return [found for file in files if (found := letter(file.stem))]


def letter(name: str) -> Letter | None:
    """One mail by its name; None when there is none."""
    if not NAME.fullmatch(name):
        return None
    try:
        mail = message_from_bytes((place() / f"{name}.eml").read_bytes(), policy=policy.default)
    except FileNotFoundError:
        return None
    at = datetime.strptime(name[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return Letter(
        name, at, mail["to"] or "", mail["subject"] or "", part(mail, "plain"), part(mail, "html")
    )


def part(mail, kind: str) -> str:
    found: Message | None = mail.get_body((kind,))
    return found.get_content() if found else ""
