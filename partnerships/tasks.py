"""Jobs of this room."""

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.people.models import User
from partnerships import ending
from partnerships.models import Partnership

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.periodic(cron="0 6 * * *")
@app.task(name="partnerships.remind_endings")
def remind_endings(timestamp: int = 0) -> int:
    """One mail job for each person to tell of an agreement near its end. Returns how many."""
    count = 0
    for row, days in ending.due(timezone.localdate()):
        with transaction.atomic():
            people = ending.told_people(row) if ending.remember(row, days) else []
            for person in people:
                tell_ending.defer(partnership_id=row.pk, user_id=person.pk)
            count += len(people)
    return count


@app.task(name="partnerships.tell_ending", retry=PATIENCE)
def tell_ending(partnership_id: int, user_id: int) -> None:
    """Nothing is sent of an agreement withdrawn meanwhile, nor to a closed account."""
    row = Partnership.objects.published().filter(pk=partnership_id, date_end__isnull=False).first()
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if row and person:
        ending.mail(row, person).send()
