"""The jobs that follow a change, queued by their names so that gates know no job."""

from procrastinate.contrib.django import app

QUESTION_MAILS = "exchange.question_mails"
REUSE_MAILS = "exchange.reuse_mails"


def tell(name: str, entry_id: int) -> None:
    """Queue the mails of a journal entry, inside the current transaction."""
    app.configure_task(name).defer(entry_id=entry_id)
