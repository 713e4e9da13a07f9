"""Mails of people and the broom. Jobs are rows written in the transaction of what they announce."""

from datetime import timedelta

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.people import mails
from aict.people.models import PeopleEntry, User

# Days an account whose address was never verified is kept.
UNVERIFIED_DAYS = 30
# A mail server may be down for a night: the last try comes about a day later.
PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


def tell(entry: PeopleEntry) -> None:
    """Queue the mails of a decision, inside the current transaction."""
    send_mails.defer(entry_id=entry.pk)


@app.task(name="people.mails", retry=PATIENCE)
def send_mails(entry_id: int) -> int:
    people = ("person", "territory", "service", "by")
    return mails.send(PeopleEntry.objects.select_related(*people).get(pk=entry_id))


@app.periodic(cron="45 4 * * *")
@app.task(name="people.forget_unverified")
def forget_unverified(timestamp: int = 0) -> int:
    """Delete accounts opened and never verified. Returns how many."""
    limit = timezone.now() - timedelta(days=UNVERIFIED_DAYS)
    people = User.objects.filter(
        last_login=None, date_joined__lt=limit, emailaddress__verified=False
    ).exclude(emailaddress__verified=True)
    return people.delete()[1].get("people.User", 0)
