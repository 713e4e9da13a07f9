"""The job that follows a change, queued by its name so that the gate knows no job."""

from procrastinate.contrib.django import app

from partnerships.models.introduction import IntroductionEntry

MAILS = "introductions.mails"


def tell(entry: IntroductionEntry) -> None:
    """Queue the mails of an entry, inside the current transaction."""
    app.configure_task(MAILS).defer(entry_id=entry.pk)
