"""What a new version of an event means for those registered. Called in the transaction that saves it."""

from django.utils import timezone

from aict.moderation import attached
from practices.events.enums import EventState
from practices.events.models import Event
from practices.events.registering import seats
from practices.events.registering.telling import tell_everybody

SAID = {
    EventState.CANCELLED: "cancelled",
    EventState.POSTPONED: "postponed",
    EventState.PLANNED: "maintained",
}
WORDS = (
    (("starts_at", "ends_at"), "la date ou l’heure"),
    (("place", "territory_id"), "le lieu"),
    (("link",), "le lien de connexion"),
)


def published(old: Event | None, event: Event) -> None:
    """Tell those registered what changed under them; give the places that more room makes."""
    if old is None:
        return
    seats.fill(event)
    now = timezone.now()
    changed = ", ".join(words for names, words in WORDS if differ(old, event, names))
    if event.over(now):
        tell_minutes(event)
    elif old.archived_at or old.state != event.state:
        tell_everybody(event, SAID[EventState(event.state)], changed)
    elif changed and event.state == EventState.PLANNED:
        tell_everybody(event, "changed", changed)


def differ(old: Event, event: Event, names: tuple[str, ...]) -> bool:
    return any(getattr(old, name) != getattr(event, name) for name in names)


def tell_minutes(event: Event) -> None:
    """Once, when there is something to read."""
    if event.minutes_told_at is None and (event.minutes or event.replay or joined_since(event)):
        event.minutes_told_at = timezone.now()
        event.save(update_fields=["minutes_told_at"])
        tell_everybody(event, "minutes")


def joined_since(event: Event) -> bool:
    """A file joined once it was over holds its minutes."""
    text = event.contribution.revisions.first()
    files = attached.of_text(event.contribution, text.data if text else {})
    return any(file.at >= event.ends_at for file in files)


def withdrawn(event: Event) -> None:
    if not event.over(timezone.now()):
        tell_everybody(event, "withdrawn")


def restored(event: Event) -> None:
    """Back on line as it was: those told that it was not to be are told that it is."""
    if not event.over(timezone.now()):
        tell_everybody(event, SAID[EventState(event.state)])
