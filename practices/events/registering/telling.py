"""The jobs that follow, queued by their names inside the transaction of what they announce."""

from procrastinate.contrib.django import app

from practices.events.models import Event, Registration

ONE, EVERYBODY = "events.mail", "events.tell"


def tell(row: Registration, what: str, changed: str = "") -> None:
    """One mail to one person. No address is written in a job."""
    app.configure_task(ONE).defer(registration_id=row.pk, what=what, changed=changed)


def tell_everybody(event: Event, what: str, changed: str = "") -> None:
    """The same mail to everyone concerned."""
    app.configure_task(EVERYBODY).defer(event_id=event.pk, what=what, changed=changed)
