"""Mails and clocks of registrations."""

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from practices.events.models import EventMessage, Registration
from practices.events.registering import clocks, mails
from practices.events.registering.telling import EVERYBODY, ONE, tell

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name=ONE, retry=PATIENCE)
def send(registration_id: int, what: str, changed: str = "") -> None:
    """Nothing is sent of a registration forgotten since."""
    row = Registration.objects.filter(pk=registration_id).first()
    if row and (mail := mails.message(row, what, changed)):
        mail.send()


@app.task(name=EVERYBODY, retry=PATIENCE)
@transaction.atomic
def send_everybody(event_id: int, what: str, changed: str = "") -> int:
    """One job for each person: a refused address does not make others read twice."""
    rows = list(Registration.objects.concerned().filter(event=event_id))
    for row in rows:
        tell(row, what, changed)
    return len(rows)


@app.task(name="events.relay", retry=PATIENCE)
def relay(message_id: int, registration_id: int) -> None:
    """What the coordination wrote, to one of those it was written to."""
    sent = EventMessage.objects.filter(pk=message_id).first()
    row = Registration.objects.concerned().filter(pk=registration_id).first()
    if sent and row:
        mails.relayed(row, sent).send()


@app.periodic(cron="0 7 * * *")
@app.task(name="events.remind")
def remind(timestamp: int = 0) -> int:
    """Remind those registered the day before. Returns how many."""
    return clocks.remind(timezone.now())


@app.periodic(cron="40 4 * * *")
@app.task(name="events.forget")
def forget(timestamp: int = 0) -> int:
    """Erase what the platform said it would not keep. Returns how many registrations."""
    return clocks.forget(timezone.now())
