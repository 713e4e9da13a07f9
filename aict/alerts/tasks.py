"""Jobs of alerts. Each mail is a job of its own: a refused address does not make others read twice."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.alerts import changes, letters, sending
from aict.alerts.models import Bookmark, Reader, Subscription
from aict.alerts.readers import gather
from aict.alerts.signed import DAYS
from aict.alerts.telling import ASKED, CHANGED, MANAGE

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name=ASKED, retry=PATIENCE)
def tell_asked(alert_id: int) -> None:
    alert = Subscription.objects.with_subjects().filter(pk=alert_id).first()
    if alert:
        letters.asked(alert).send()


@app.task(name=MANAGE, retry=PATIENCE)
def tell_manage(reader_id: int) -> None:
    if reader := Reader.objects.select_related("user").filter(pk=reader_id).first():
        letters.manage(reader).send()


@app.periodic(cron="0 7 * * *")
@app.task(name="alerts.prepare")
def prepare(timestamp: int = 0) -> int:
    """One job for each reader whose day has come. Returns how many."""
    gather()
    today, until, count = timezone.localdate(), sending.until(), 0
    for reader_id in sending.due_readers(today):
        with transaction.atomic():
            if claims := sending.claim(reader_id, today, until):
                send_digest.defer(reader_id=reader_id, claims=claims, until=until.isoformat())
                count += 1
    return count


@app.task(name="alerts.send_digest", retry=PATIENCE)
def send_digest(reader_id: int, claims: list, until: str) -> bool:
    return sending.send(reader_id, claims, until)


@app.task(name=CHANGED, retry=PATIENCE)
@transaction.atomic
def tell_changed(contribution_id: int, number: int, note: str) -> int:
    """One job for each address concerned. Returns how many."""
    count = 0
    for rows in changes.concerned(contribution_id, number):
        if changes.claim(rows, number):
            kept = isinstance(rows[0], Bookmark)
            tell_change.defer(row_id=rows[0].pk, kept=kept, note=note)
            count += 1
    return count


@app.task(name="alerts.tell_change", retry=PATIENCE)
def tell_change(row_id: int, kept: bool, note: str) -> None:
    if kept:
        row = Bookmark.objects.filter(pk=row_id, told=True).select_related("user").first()
    else:
        found = Subscription.objects.in_force().select_related("reader__user")
        row = found.filter(pk=row_id).first()
    if row:
        changes.send(row, note)


@app.periodic(cron="50 4 * * *")
@app.task(name="alerts.forget_unconfirmed")
def forget_unconfirmed(timestamp: int = 0) -> int:
    """Forget what nobody confirmed, and the addresses that asked nothing else. Returns how many."""
    limit = timezone.now() - timedelta(days=DAYS)
    gone = Subscription.objects.never_confirmed(limit).delete()[0]
    Reader.objects.filter(user=None, subscriptions=None).delete()
    return gone
