"""What people are told at each change of state: what happened, who is waited on, until when."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format

from aict.moderation.models import Contribution, JournalEntry
from aict.moderation.permissions import can_moderate
from aict.moderation.waiting import waited_on
from aict.people.models import Role, User

TO_COORDINATORS = {"submit"}


def recipients(entry: JournalEntry) -> list[User]:
    """Editors, and on submission the coordinators who may decide; never who acted."""
    contribution = entry.contribution
    people = list(contribution.editors.filter(is_active=True))
    if entry.transition in TO_COORDINATORS:
        people += [u for u in coordinators() if can_moderate(u, contribution)]
    return [person for person in dict.fromkeys(people) if person.pk != entry.by_id]


def coordinators() -> QuerySet[User]:
    return User.objects.filter(is_active=True, role__in=[Role.COORDINATOR, Role.ADMINISTRATOR])


def send(entry: JournalEntry, person: User) -> None:
    """Tell one person what happened, who is waited on and until when."""
    contribution = entry.contribution
    corrections = contribution.corrections.filter(resolved_at=None)
    context = {
        "entry": entry,
        "contribution": contribution,
        "sentence": sentence(entry),
        "waiting": waited_on(contribution),
        "corrections": corrections if entry.transition == "send_back" else [],
        "url": settings.SITE_URL + address(contribution, person),
    }
    body = render_to_string("moderation/mail.txt", context)
    subject = f"[AICT éco] {entry.label.lower()} : {contribution}"
    EmailMessage(" ".join(subject.split()), body, to=[person.email]).send()


def sentence(entry: JournalEntry) -> str:
    who = f" par {entry.by}" if entry.by else ""
    return f"{entry.label}{who}, le {date_format(timezone.localdate(entry.at), 'j F Y')} :"


def address(contribution: Contribution, person: User) -> str:
    """Where `person` handles it: the queue's page for coordinators, one's own page otherwise."""
    if person.is_coordinator and can_moderate(person, contribution):
        return f"/moderation/{contribution.token}/"
    return f"/contributions/{contribution.token}/"
