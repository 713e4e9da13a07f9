"""Jobs queued by their names, inside the transaction of what they announce."""

from procrastinate.contrib.django import app

ASKED, CHANGED, MANAGE = "alerts.tell_asked", "alerts.tell_changed", "alerts.tell_manage"


def tell_asked(alert) -> None:
    app.configure_task(ASKED).defer(alert_id=alert.pk)


def tell_manage(reader) -> None:
    app.configure_task(MANAGE).defer(reader_id=reader.pk)


def tell_changed(contribution, number: int, note: str) -> None:
    """Tell those who keep or follow a page that its team changed something that matters."""
    app.configure_task(CHANGED).defer(contribution_id=contribution.pk, number=number, note=note)
