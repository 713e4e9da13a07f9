"""Mails and clocks. Jobs are rows written in the transaction of what they announce."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.moderation import assigning, letters, mails, proposal_gate, reading_letters, remarks
from aict.moderation.attachments import forget_unnamed
from aict.moderation.gate import apply
from aict.moderation.models import Attachment, Contribution, JournalEntry, State
from aict.moderation.reminding import ask_described, ask_team, remind, tell_orphans
from aict.moderation.telling import MAILS
from aict.moderation.unsubmitted import remind_unsubmitted, tell_unsubmitted
from aict.moderation.waiting import RETURNED_DAYS
from aict.people.models import User

__all__ = [
    "ask_described",
    "ask_team",
    "assigning",
    "proposal_gate",
    "reading_letters",
    "remarks",
    "remind",
    "remind_unsubmitted",
    "tell_orphans",
    "tell_unsubmitted",
]

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name=MAILS, retry=PATIENCE)
@transaction.atomic
def send_mails(entry_id: int) -> int:
    """One job for each person to tell: a refused address does not make others read twice."""
    entry = JournalEntry.objects.select_related("contribution", "by").get(pk=entry_id)
    people = mails.recipients(entry)
    for person in people:
        send_mail.defer(entry_id=entry_id, user_id=person.pk)
    return len(people)


@app.task(name="moderation.mail", retry=PATIENCE)
def send_mail(entry_id: int, user_id: int) -> None:
    entry = JournalEntry.objects.select_related("contribution", "by").get(pk=entry_id)
    if person := User.objects.filter(pk=user_id, is_active=True).first():
        mails.send(entry, person)


@app.task(name=letters.LETTER, retry=PATIENCE)
def send_letter(about: str, pk: int, user_id: int) -> int:
    return letters.send(about, pk, user_id)


@app.periodic(cron="15 5 * * *")
@app.task(name="moderation.expire")
def expire(timestamp: int = 0) -> int:
    """Archive what was returned and left without an answer. Returns how many."""
    limit = timezone.now() - timedelta(days=RETURNED_DAYS)
    late = Contribution.objects.filter(state=State.RETURNED, state_since__lt=limit)
    for contribution in late:
        apply(
            contribution,
            "expire_update" if contribution.live else "expire",
            None,
            comment=f"Sans réponse depuis {RETURNED_DAYS} jours.",
        )
    return len(late)


@app.periodic(cron="45 5 * * *")
@app.task(name="moderation.forget_files")
def forget_files(timestamp: int = 0) -> int:
    """Delete files of abandoned updates, that no version names. Returns how many."""
    yesterday = timezone.now() - timedelta(days=1)
    return forget_unnamed(Attachment.objects.filter(at__lt=yesterday))
