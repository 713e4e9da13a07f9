"""One message of the coordination to those registered, once."""

from django.db import transaction

from practices.events.models import Event, EventMessage, Registration
from practices.events.registering.tasks import relay


@transaction.atomic
def send(event: Event, token, told: dict, by) -> EventMessage:
    """Keep what was written and queue one mail for each person. The same token twice is one message."""
    sent, created = EventMessage.objects.get_or_create(
        token=token, defaults={**told, "event": event, "by": by}
    )
    if created:
        rows = readers(event, sent.waiting_too)
        for row in rows:
            relay.defer(message_id=sent.pk, registration_id=row.pk)
        sent.told = len(rows)
        sent.save(update_fields=["told"])
    return sent


def readers(event: Event, waiting_too: bool) -> list[Registration]:
    rows = event.registrations
    return list(rows.concerned() if waiting_too else rows.registered())
