"""Mails about what several hands do: one job for each person, queued in the transaction of what it tells.

A subject of letters registers how it is written: `write(pk, person)` gives a Letter, or None when
there is nothing left to tell."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from procrastinate.contrib.django import app

from aict.moderation.kinds import title_on_line
from aict.moderation.models import Contribution
from aict.people.models import User
from aict.ui.typography import french

LETTER = "moderation.letter"


@dataclass(frozen=True)
class Letter:
    """`sentence` says what happened, `words` what somebody wrote, `invitation` what `path` is for."""

    contribution: Contribution
    subject: str
    sentence: str
    path: str
    invitation: str
    words: str = ""


_writers: dict[str, Callable[[int, User], Letter | None]] = {}


def written_by(about: str):
    """Registers the function that writes the letters about `about`."""

    def register(function):
        _writers[about] = function
        return function

    return register


def post(about: str, pk: int, people: Iterable[User]) -> None:
    """Queue one letter for each person, once."""
    for person in dict.fromkeys(people):
        if person.is_active:
            app.configure_task(LETTER).defer(about=about, pk=pk, user_id=person.pk)


def send(about: str, pk: int, user_id: int) -> int:
    """Write and send one letter. Returns how many were sent: 0 or 1."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    letter = _writers[about](pk, person) if person else None
    if letter is None or person is None:
        return 0
    body = render_to_string(
        "moderation/letter.txt", {"letter": letter, "url": settings.SITE_URL + letter.path}
    )
    title = " ".join(title_on_line(letter.contribution).split())
    subject = french(f"[AICT éco] {letter.subject} : « {title} »")
    return EmailMessage(subject, body, to=[person.email]).send()
