"""The mails of alerts, as text. Nothing a stranger typed is in a mail that nobody confirmed."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from aict.alerts import signed, subjects
from aict.alerts.digest import News
from aict.alerts.models import Bookmark, Reader, Subscription
from aict.moderation.kinds import title_on_line
from aict.moderation.models import Contribution
from aict.ui.numbers import count
from aict.ui.typography import french


def letter(template: str, subject: str, to: str, context: dict, headers=None) -> EmailMessage:
    body = render_to_string(f"alerts/mails/{template}.txt", context)
    title = french(" ".join(f"[{settings.SITE_NAME}] {subject}".split()))
    return EmailMessage(title, body, to=[to], headers=headers)


def manage_address(reader: Reader) -> str:
    if reader.user_id:
        return settings.SITE_URL + reverse("alerts:mine")
    return signed.whole("manage", signed.manage_key(reader))


def asked(alert: Subscription) -> EmailMessage:
    """Confirm what was just asked; or recall that it is already in force."""
    known = alert.confirmed_at is not None
    context = {
        "title": french(subjects.title(alert, typed=False)),
        "rhythm": alert.get_rhythm_display(),
        "known": known,
        "days": signed.DAYS,
        "url": manage_address(alert.reader)
        if known
        else signed.whole("confirm", signed.confirm_key(alert)),
    }
    subject = "vous recevez déjà cette alerte" if known else "confirmez votre alerte"
    return letter("asked", subject, alert.reader.address, context)


def manage(reader: Reader) -> EmailMessage:
    """The link that somebody without account asked for."""
    return letter("manage", "gérer vos alertes", reader.address, {"url": manage_address(reader)})


def digest(reader: Reader, news: Sequence[News], since: datetime) -> EmailMessage:
    total = sum(one.total for one in news)
    context = {
        "news": [(one, signed.whole("stop", signed.stop_key(one.alert))) for one in news],
        "since": since,
        "total": total,
        "manage": manage_address(reader),
        "stop_all": signed.whole("stop", signed.stop_key(reader)),
        "site": settings.SITE_URL,
    }
    what = f" : {news[0].title}" if len(news) == 1 else ""
    told = count(total, "nouveauté") if total else "une alerte à revoir"
    headers = signed.stop_headers(reader)
    return letter("digest", f"{told}{what}", reader.address, context, headers)


def changed(
    to: str, row: Subscription | Bookmark, contribution: Contribution, note: str
) -> EmailMessage:
    """A page that someone keeps or follows changed; its team said how."""
    title = " ".join(title_on_line(contribution).split())
    context = {
        "title": title,
        "note": note,
        "fictional": contribution.fictional,
        "kept": isinstance(row, Bookmark),
        "url": settings.SITE_URL + subjects.page_address(contribution),
        "stop": signed.whole("stop", signed.stop_key(row)),
    }
    return letter("changed", f"du nouveau : « {title} »", to, context, signed.stop_headers(row))
