"""Mails and clocks. Jobs are rows written in the transaction of what they announce."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from aict.moderation import mails
from aict.moderation.models import Attachment, Contribution, JournalEntry, State
from aict.moderation.waiting import RETURNED_DAYS


def tell(entry: JournalEntry) -> None:
    """Queue the mails of a change of state, inside the current transaction."""
    send_mails.defer(entry_id=entry.pk)


@app.task(name="moderation.mails", retry=5)
def send_mails(entry_id: int) -> None:
    entry = JournalEntry.objects.select_related("contribution", "by").get(pk=entry_id)
    mails.send(entry)


@app.periodic(cron="15 5 * * *")
@app.task(name="moderation.expire")
def expire(timestamp: int = 0) -> int:
    """Archive what was returned and left without an answer. Returns how many."""
    from aict.moderation.gate import apply

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
    from aict.moderation.attachments import forget_unnamed

    yesterday = timezone.now() - timedelta(days=1)
    return forget_unnamed(Attachment.objects.filter(at__lt=yesterday))
