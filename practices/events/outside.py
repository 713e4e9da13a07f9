"""Where the pages of this room point elsewhere, for the weekly check of links."""

from collections.abc import Iterator

from aict.links.places import Place
from practices.events.models import Event


def places() -> Iterator[Place]:
    """Replays on line. Invented events point nowhere real."""
    real = Event.objects.published().filter(contribution__fictional=False).exclude(replay="")
    for event in real.only("title", "slug", "contribution_id", "replay"):
        yield Place(event.replay, event.title, event.get_absolute_url(), event.contribution_id)
