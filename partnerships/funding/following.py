"""Who is told that a line closes, and when: 30 days before, 7 days before, once each."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from aict.ui.typography import french
from partnerships.models import Following, Reminder

DAYS = (7, 30)
SALT = "funding.following"


def key_of(following: Following) -> str:
    """The end of the address where a mail's reader stops following."""
    return signing.dumps(following.pk, salt=SALT)


def pk_of(key: str) -> int:
    """Raises BadSignature. Without age: whoever wants no more mails must always be able to say so."""
    return signing.loads(key, salt=SALT)


def due(today: date) -> Iterator[tuple[Following, int]]:
    """Each following to tell today, with the days announced: the nearest reminder whose day has come
    since one follows. A worker that slept catches up, and the farther reminder is then not sent."""
    near = Following.objects.filter(
        user__is_active=True,
        funding__archived_at=None,
        funding__date_close__range=(today, today + timedelta(days=max(DAYS))),
    ).select_related("user", "funding__contribution")
    told: dict[tuple, set[int]] = {}
    for row in Reminder.objects.filter(following__in=near):
        told.setdefault((row.following_id, row.closes_on), set()).add(row.days)
    for following in near:
        closes = following.funding.date_close
        if not closes:
            continue
        come = [d for d in DAYS if following.since <= closes - timedelta(days=d) <= today]
        nearer = {d for d in DAYS if come and d <= come[0]}
        if come and not told.get((following.pk, closes), set()) & nearer:
            yield following, come[0]


@transaction.atomic
def claim(following: Following, days: int) -> bool:
    """Write that this reminder goes; False when it is gone already."""
    _row, created = Reminder.objects.get_or_create(
        following=following, closes_on=following.funding.date_close, days=days
    )
    return created


def send(following: Following, left: int) -> None:
    """Tell one person that a line closes in `left` days, and how to stop being told."""
    funding = following.funding
    stop = settings.SITE_URL + reverse("funding:stop", args=[key_of(following)])
    context = {
        "funding": funding,
        "left": left,
        "url": settings.SITE_URL + funding.get_absolute_url(),
        "montage": f"{settings.SITE_URL}{reverse('funding:montage')}?l0-ligne={funding.slug}",
        "stop": stop,
    }
    body = render_to_string("partnerships/mails/closing.txt", context)
    title = " ".join(funding.title.split())
    subject = french(f"[AICT éco] bientôt clos : « {title} »")
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    EmailMessage(subject, body, to=[following.user.email], headers=headers).send()
