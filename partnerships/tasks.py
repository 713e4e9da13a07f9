"""Jobs of this room."""

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.people.models import User
from partnerships import ending
from partnerships.funding import following
from partnerships.introductions import tasks as introduction_tasks  # noqa: F401 (declares jobs)
from partnerships.models import Following, Partnership

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


@app.periodic(cron="30 6 * * *")
@app.task(name="partnerships.remind_closings")
def remind_closings(timestamp: int = 0) -> int:
    """One job for each follower of a line about to close. Returns how many."""
    count = 0
    for row, days in following.due(timezone.localdate()):
        with transaction.atomic():
            if following.claim(row, days):
                tell_closing.defer(following_id=row.pk)
                count += 1
    return count


@app.task(name="partnerships.tell_closing", retry=PATIENCE)
def tell_closing(following_id: int) -> None:
    """Nothing is sent to who stopped following meanwhile, nor of a line closed meanwhile."""
    found = Following.objects.select_related("user", "funding").filter(pk=following_id).first()
    closes = found.funding.date_close if found else None
    if found and closes and (left := (closes - timezone.localdate()).days) >= 0:
        following.send(found, left)
