"""Asking, at the rhythm each page chose, whether it is still true. Jobs only; see verification.py."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.moderation import verification
from aict.moderation.kinds import KINDS
from aict.moderation.mails import coordinators
from aict.moderation.models import Contribution, VerifiedBy
from aict.people.models import User
from aict.ui.numbers import count
from aict.ui.typography import french

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.periodic(cron="30 5 * * *")
@app.task(name="moderation.remind")
@transaction.atomic
def remind(timestamp: int = 0) -> int:
    """Ask once for each page that is due; what nobody owns goes to the coordination in one mail.

    Returns how many pages."""
    due = list(Contribution.objects.to_remind().select_for_update(of=("self",)))
    orphans = [contribution.pk for contribution in due if not ask(contribution)]
    if orphans:
        for person in coordinators():
            tell_orphans.defer(user_id=person.pk, ids=orphans)
    return len(due)


def ask(contribution: Contribution) -> int:
    """Queue the question to its team and to those it describes. Returns how many are asked."""
    Contribution.objects.filter(pk=contribution.pk).update(reminded_on=timezone.localdate())
    people = list(contribution.editors.filter(is_active=True))
    for person in people:
        ask_team.defer(contribution_id=contribution.pk, user_id=person.pk)
    return len(people) + ask_subject(contribution)


def ask_subject(contribution: Contribution) -> int:
    """Queue the question to the organisation the page describes, where it can be written to."""
    known = len(KINDS[contribution.kind].confirmers(contribution))
    for index in range(known):
        ask_described.defer(contribution_id=contribution.pk, index=index)
    return known


@app.task(name="moderation.ask_team", retry=PATIENCE)
def ask_team(contribution_id: int, user_id: int) -> int:
    person = User.objects.filter(pk=user_id, is_active=True).first()
    return send(contribution_id, VerifiedBy.TEAM, person.email if person else "")


@app.task(name="moderation.ask_described", retry=PATIENCE)
def ask_described(contribution_id: int, index: int) -> int:
    """The address is read when the mail leaves: no job keeps it."""
    contribution = Contribution.objects.get(pk=contribution_id)
    emails = KINDS[contribution.kind].confirmers(contribution)
    return send(contribution_id, VerifiedBy.SUBJECT, emails[index] if index < len(emails) else "")


def send(contribution_id: int, who: VerifiedBy, email: str) -> int:
    contribution = Contribution.objects.on_line().filter(pk=contribution_id).first()
    if not contribution or not email:
        return 0
    key = verification.key_of(contribution, who)
    live = KINDS[contribution.kind].live_object(contribution)
    context = {
        "contribution": contribution,
        "described": who == VerifiedBy.SUBJECT,
        "url": settings.SITE_URL + reverse("moderation:still_true", args=[key]),
        "page": settings.SITE_URL + live.get_absolute_url(),  # type: ignore[union-attr]
        "days": verification.DAYS,
    }
    title = " ".join(str(contribution).split())
    subject = french(f"[AICT éco] toujours exact ? « {title} »")
    body = render_to_string("moderation/still_true_mail.txt", context)
    return EmailMessage(subject, body, to=[email]).send()


@app.task(name="moderation.tell_orphans", retry=PATIENCE)
def tell_orphans(user_id: int, ids: list[int]) -> int:
    person = User.objects.filter(pk=user_id, is_active=True).first()
    pages = Contribution.objects.on_line().filter(pk__in=ids).order_by("title")
    if not person or not pages:
        return 0
    context = {"pages": pages, "site": settings.SITE_URL}
    body = render_to_string("moderation/to_verify_mail.txt", context)
    subject = french(f"[AICT éco] {count(len(pages), 'page')} à vérifier")
    return EmailMessage(subject, body, to=[person.email]).send()
