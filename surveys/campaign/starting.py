"""An invitation is used, then answered. In an anonymous survey nothing that is written here names the response."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from surveys.answering.keys import ALPHABET, LENGTH, digest, grouped
from surveys.answering.starting import Who, begin
from surveys.campaign import signed
from surveys.campaign.models import Invitation
from surveys.models import Response, Survey


class ServedError(Exception):
    """This invitation was used already, with another key."""


def named_key(invitation: Invitation) -> str:
    """In named surveys the same link finds the same response, on any device."""
    number = int.from_bytes(salted_hmac("campaign.named", str(invitation.pk)).digest(), "big")
    signs = []
    for _place in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[rest])
    return grouped("".join(signs))


def begin_named(invitation: Invitation, who: Who) -> str:
    """Returns the key of the response, which the invitation then knows. Raises Refused."""
    key = named_key(invitation)
    with transaction.atomic():
        response = begin(invitation.survey, key, who)
        mine = Invitation.objects.filter(pk=invitation.pk)
        mine.update(response=response, started=True)
    return key


def begin_anonymous(invitation: Invitation, key: str) -> None:
    """The response in one transaction, « started » in another; asked twice, done once.

    Raises ServedError, or Refused."""
    mine = Invitation.objects.filter(pk=invitation.pk)
    with one_at_a_time(invitation):
        known = Response.objects.filter(survey=invitation.survey, key_hash=digest(key)).exists()
        if not known and mine.filter(started=True).exists():
            raise ServedError
        begin(invitation.survey, key)
        mine.filter(started=False).update(started=True)


@contextmanager
def one_at_a_time(invitation: Invitation) -> Iterator[None]:
    """Two clicks wait for each other. The lock is in memory: it is written nowhere."""
    name = [f"invitation {invitation.pk}"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", name)
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", name)


def note_sent(request: HttpRequest, answer: HttpResponse, survey: Survey) -> None:
    """The device that sends a response still holds its invitation: that one is answered."""
    if pk := signed.held(request, survey):
        Invitation.objects.filter(survey=survey, pk=pk, answered=False).update(answered=True)
        signed.forget(answer, survey)


def note_erased(response: Response) -> None:
    """In a named survey the invitation is as it was before: its guest may be reminded, and answer again.
    In an anonymous one nothing says which it was."""
    Invitation.objects.filter(response=response).update(
        response=None, started=False, answered=False
    )
