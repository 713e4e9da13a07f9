"""Asking for an alert, confirming it, changing it. What is answered never tells what was known."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from aict.alerts.models import Reader, Subscription
from aict.alerts.readers import reader_at, reader_of
from aict.alerts.rhythms import Rhythm, next_day
from aict.alerts.subjects import Subject
from aict.alerts.telling import tell_asked
from aict.moderation.models import Contribution

# Mails that one address gets of what was asked in its name and that it did not confirm.
MOST_ASKED = timedelta(days=1), 5
AGAIN = timedelta(minutes=10)
MOST = 50


def rhythm_of(subject: Subject, asked: str) -> str:
    return Rhythm.AT_ONCE if subject.contribution else asked


@transaction.atomic
def ask(email: str, subject: Subject, rhythm: str) -> None:
    """Without account: a mail asks to confirm. Too many for one address, and nothing is sent."""
    now = timezone.now()
    reader = Reader.objects.select_for_update().get(pk=reader_at(email).pk)
    alert = reader.subscriptions.filter(**subject.columns()).first()
    if alert is None:
        within, most = MOST_ASKED
        recent = reader.subscriptions.filter(asked_at__gt=now - within).count()
        if recent >= most or reader.subscriptions.count() >= MOST:
            return
        alert = Subscription(reader=reader, **subject.columns())
    elif alert.asked_at > now - AGAIN:
        return
    if alert.confirmed_at is None:
        alert.rhythm = rhythm_of(subject, rhythm)
    alert.asked_at = now
    alert.save()
    tell_asked(alert)


@transaction.atomic
def subscribe(user, subject: Subject, rhythm: str) -> Subscription | None:
    """With an account, at once; asked twice, the last rhythm stands. None beyond what is reasonable."""
    reader = Reader.objects.select_for_update().get(pk=reader_of(user).pk)
    alert = reader.subscriptions.filter(**subject.columns()).first()
    if alert is None:
        if reader.subscriptions.count() >= MOST:
            return None
        alert = Subscription(reader=reader, **subject.columns())
    alert.rhythm = rhythm_of(subject, rhythm)
    start(alert)
    return alert


def start(alert: Subscription) -> None:
    """Confirmed, or taken up again: from now on. One already in force keeps what it has told."""
    if not alert.confirmed_at or alert.paused_at:
        now = timezone.now()
        alert.confirmed_at = alert.confirmed_at or now
        alert.paused_at, alert.told_until = None, now
        alert.told_version = last_accepted(alert.contribution)
    alert.next_on = next_day(alert.rhythm, timezone.localdate())
    alert.save()


def last_accepted(contribution: Contribution | None) -> int:
    """The version on line of a page: what was accepted before is not told."""
    accepted = contribution and contribution.revisions.filter(accepted=True).first()
    return accepted.number or 0 if accepted else 0


def pause(alert: Subscription) -> None:
    alert.paused_at = alert.paused_at or timezone.now()
    alert.save(update_fields=["paused_at"])


def change_rhythm(alert: Subscription, rhythm: str) -> None:
    """The next sending follows; nothing that was to be told is lost."""
    if alert.contribution is None:
        alert.rhythm = rhythm
        alert.next_on = next_day(rhythm, timezone.localdate())
        alert.save(update_fields=["rhythm", "next_on"])
