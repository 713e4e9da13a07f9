"""An event in a list, as it stands on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import gettext

from aict.listing.cards import HOLES, Card, Cards
from aict.ui.remembered import parts_of
from aict.ui.typography import french
from practices.events.models import Event
from practices.events.moments import short, standing

TEMPLATE = "events/entry.html"


@dataclass(frozen=True, slots=True)
class EventCard(Card):
    standing: tuple[str, str, str] = ("", "", "")
    categories: tuple[str, ...] = ()

    def around(self) -> list[str]:
        key = (self.standing, self.categories, self.fictional, bool(self.meta))
        words, tone, icon = self.standing
        entry = {
            **HOLES,
            "standing": words,
            "tone": tone,
            "icon": icon,
            "categories": self.categories,
            "category": self.category,
            "fictional": self.fictional,
            "meta": HOLES["meta"] if self.meta else "",
        }
        return parts_of(TEMPLATE, key, {"entry": entry})


def card(event: Event, today: date) -> EventCard:
    figure, label = short(event)
    return EventCard(
        url=event.get_absolute_url(),
        category=event.categories[0] if len(event.categories) == 1 else "",
        title=french(event.title),
        teaser=french(event.teaser),
        kicker=french(" · ".join(kicker(event))),
        meta=french(" · ".join(meta(event, today))),
        figure=french(figure),
        figure_label=french(label),
        fictional=event.contribution.fictional,
        standing=standing(event, today),
        categories=tuple(event.categories),
    )


def kicker(event: Event) -> list[str]:
    """Its type, where it takes place."""
    where = [event.territory.name] if event.territory else []
    if way := event.way:
        where.append(str(way.label).lower() if where else str(way.label))
    return [str(event.get_type_display()), *([", ".join(where)] if where else [])]


def meta(event: Event, today: date) -> list[str]:
    """What one may do with it: come, or read what was said."""
    if event.past(today):
        told = [gettext("Compte rendu")] if event.minutes else []
        return [*told, gettext("Enregistrement")] if event.replay else told
    if event.state != "maintenu":
        return [event.state_note] if event.state_note else []
    return [gettext("Inscription sur la plateforme")] if event.registrable else []


@lru_cache(maxsize=2)
def cards_on(today: date) -> Cards:
    """The cards of one day: the next day makes them anew."""
    return Cards(lambda ids: load(ids, today))


class TodaysCards(Cards):
    """Those of the day on which they are read."""

    def of(self, rows: Iterable[tuple[int, int]]) -> dict[int, Card]:
        return cards_on(timezone.localdate()).of(rows)


def load(ids: list[int], today: date) -> dict[int, Card]:
    rows = Event.objects.published().filter(pk__in=ids)
    rows = rows.select_related("contribution", "territory")
    return {event.pk: card(event, today) for event in rows}


CARDS = TodaysCards(lambda ids: {})
