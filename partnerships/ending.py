"""Agreements that come to their end: who is told, when, and once."""

from datetime import date, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from aict.moderation.mails import coordinators
from aict.ui.dates import long_date
from partnerships.enums import Stage
from partnerships.models import EndReminder, Partnership

# Days before the end: time to decide, time to deliberate, time to sign.
DELAYS = (180, 60, 15)
NOT_RENEWED = {Stage.CLOSED, Stage.SUSPENDED}


def due(today: date) -> list[tuple[Partnership, int]]:
    """(partnership, delay) to remind of today: the shortest delay reached, unless already told."""
    horizon = today + timedelta(days=max(DELAYS))
    soon = (
        Partnership.objects.published()
        .filter(date_end__gte=today, date_end__lte=horizon)
        .exclude(stage__in=NOT_RENEWED)
        .select_related("contribution")
    )
    told = set(
        EndReminder.objects.filter(partnership__in=soon).values_list(
            "partnership_id", "date_end", "days"
        )
    )
    reached = [(row, min(d for d in DELAYS if days_left(row, today) <= d)) for row in soon]
    return [(row, days) for row, days in reached if (row.pk, row.date_end, days) not in told]


def days_left(row: Partnership, today: date) -> int:
    return (row.date_end - today).days if row.date_end else max(DELAYS)


@transaction.atomic
def remember(row: Partnership, days: int) -> bool:
    """False when somebody told them meanwhile."""
    _made, created = EndReminder.objects.get_or_create(
        partnership=row, date_end=row.date_end, days=days
    )
    return created


def mail(row: Partnership, person) -> EmailMessage:
    """To one person of its team, or to a coordinator when it has none."""
    edit = reverse("partnerships:edit", args=[row.slug])
    end = f"le {long_date(row.date_end)}" if row.date_end else "à une date inconnue"
    body = (
        f"L’accord « {row.title} » prend fin {end}.\n\n"
        f"La page publique : {settings.SITE_URL}{row.get_absolute_url()}\n\n"
        "S’il est renouvelé, indiquez la nouvelle échéance ; s’il ne l’est pas, son stade :\n"
        f"{settings.SITE_URL}{edit}\n"
    )
    subject = " ".join(f"[AICT éco] échéance proche : {row.title}".split())
    return EmailMessage(subject, body, to=[person.email])


def told_people(row: Partnership) -> list:
    return list(row.contribution.editors.filter(is_active=True)) or list(coordinators())
