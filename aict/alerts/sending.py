"""Whose mail is due, claimed before anything is sent: a crash between two mails tells nobody twice."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from aict.alerts import letters
from aict.alerts.digest import SETTLED, News, news_of
from aict.alerts.models import Reader, Subscription
from aict.alerts.rhythms import next_day

# (alert, the moment from which it tells)
Claim = tuple[int, str]


def due_readers(today: date) -> list[int]:
    due = Subscription.objects.due(today)
    return list(due.order_by("reader").values_list("reader", flat=True).distinct())


@transaction.atomic
def claim(reader_id: int, today: date, until: datetime) -> list[Claim]:
    """Write that everything before `until` is told to that reader. Nothing, when another worker did."""
    due = Subscription.objects.due(today).filter(reader=reader_id)
    found = []
    for alert in due.select_for_update(of=("self",)).order_by("pk"):
        since = alert.told_until or until
        alert.told_until = max(since, until)
        alert.next_on = next_day(alert.rhythm, today)
        alert.save(update_fields=["told_until", "next_on"])
        found.append((alert.pk, since.isoformat()))
    return found


def until() -> datetime:
    return timezone.now() - SETTLED


def gathered(claims: list[Claim], end: str) -> Iterator[News]:
    """What the alerts that were claimed and are still wanted have to tell."""
    since = dict(claims)
    alerts = Subscription.objects.in_force().with_subjects().filter(pk__in=since)
    for alert in alerts.order_by("pk"):
        start = datetime.fromisoformat(since[alert.pk])
        if news := news_of(alert, start, datetime.fromisoformat(end)):
            yield news


def send(reader_id: int, claims: list[Claim], end: str) -> bool:
    """One mail with all that one reader's alerts have to tell; none when there is nothing."""
    reader = Reader.objects.select_related("user").filter(pk=reader_id).first()
    news = list(gathered(claims, end)) if reader else []
    if not reader or not news:
        return False
    letters.digest(reader, news, datetime.fromisoformat(min(at for _pk, at in claims))).send()
    # Said once, politely; the reader takes it up again or lets it rest.
    broken = [one.alert.pk for one in news if one.trouble]
    Subscription.objects.filter(pk__in=broken).update(paused_at=timezone.now())
    return True
