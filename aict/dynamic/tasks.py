"""Passing a message on to the coordination: no address is shown, none is kept."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.dynamic.models import RelayedMessage
from aict.moderation.mails import coordinators
from aict.ui.typography import french

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="dynamic.relay", retry=PATIENCE)
@transaction.atomic
def relay(message_id: int) -> bool:
    """One mail to all coordinators, who do not see each other's address; then the message is
    forgotten. False when it was already passed on."""
    message = RelayedMessage.objects.select_for_update().filter(pk=message_id).first()
    if message is None:
        return False
    body = render_to_string("dynamic/mail.txt", {"message": message})
    EmailMessage(
        french(f"[AICT éco] message à la coordination : « {message.subject} »"),
        body,
        bcc=[person.email for person in coordinators()],
        reply_to=[message.email],
    ).send()
    message.delete()
    return True
