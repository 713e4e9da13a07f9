"""The job that follows a change of state, queued by its name so that the gate knows no job."""

from procrastinate.contrib.django import app

from aict.moderation.models import JournalEntry

MAILS = "moderation.mails"


def tell(entry: JournalEntry) -> None:
    """Queue the mails of a change of state, inside the current transaction."""
    app.configure_task(MAILS).defer(entry_id=entry.pk)
