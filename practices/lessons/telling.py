"""The job that follows a change, queued by its name so that the gate knows no job."""

from procrastinate.contrib.django import app

MAILS = "lessons.mails"


def tell(entry_id: int) -> None:
    app.configure_task(MAILS).defer(entry_id=entry_id)
