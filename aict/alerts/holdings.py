"""Alerts and kept pages, given back in a data export; they go with the account. Nobody inherits them."""

from django.utils.translation import gettext_lazy as _

from aict.alerts import subjects
from aict.alerts.models import Bookmark, Subscription
from aict.moderation.kinds import title_on_line
from aict.people.holdings import Holding


def count(user, territory=None) -> int:
    return 0


def hand_over(user, heir, territory=None) -> int:
    return 0


def export_alerts(user) -> list[dict]:
    alerts = Subscription.objects.filter(reader__user=user).with_subjects().order_by("pk")
    return [
        {
            "alerte": subjects.title(alert),
            "rythme": str(alert.get_rhythm_display()),
            "demandée le": alert.asked_at.isoformat(timespec="seconds"),
            "en pause": alert.paused_at is not None,
        }
        for alert in alerts
    ]


def export_bookmarks(user) -> list[dict]:
    kept = Bookmark.objects.filter(user=user).select_related("contribution")
    return [
        {"page": title_on_line(row.contribution), "gardée le": row.at.isoformat(timespec="seconds")}
        for row in kept
    ]


ALERTS = Holding("alertes", _("Alertes"), count, hand_over, export_alerts)
BOOKMARKS = Holding("pages gardées", _("Pages gardées"), count, hand_over, export_bookmarks)
