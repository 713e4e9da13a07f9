"""An event as moderation knows it. Coordinators publish it directly; officers propose."""

from aict.listing import publication
from aict.listing.models import Clock
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import Part
from aict.moderation.models import Contribution
from practices.events import forms
from practices.events.models import Event, EventSession
from practices.events.reading import preview_of
from practices.events.registering import changes

RESERVED = {"proposer", "inscription", "inscriptions", "flux", "agenda", "mois"}
BLOCKS = {"sessions": EventSession}
# What no form holds, and a new version does not forget.
KEPT = ("minutes_told_at", "were_registered", "came")
MOMENTS = ("starts_at", "ends_at", "precision")
PARTS = [
    Part(
        "essentiel",
        "L’essentiel",
        "Quoi, quand, où, pour qui : trois minutes.",
        forms.EssentialsForm,
        {},
    ),
    Part(
        "programme",
        "Le programme",
        "Ce qui s’y passera, heure par heure.",
        forms.ProgrammeForm,
        {"sessions": forms.SessionRows},
    ),
    Part(
        "inscription",
        "Les inscriptions",
        "Combien de places, et jusqu’à quand.",
        forms.PlacesForm,
        {},
    ),
    Part(
        "suites",
        "Les suites",
        "Après l’événement : compte rendu, enregistrement, pratiques dont on a parlé.",
        forms.AfterForm,
        {},
    ),
    Part(
        "annulation",
        "Annuler ou reporter",
        "La page reste en ligne et le dit ; les personnes inscrites sont averties.",
        forms.HoldingForm,
        {},
    ),
]


def publish(contribution: Contribution, parts: list[BoundPart], now) -> Event:
    """Save the live event from valid bound parts, and tell those registered what changes for them."""
    old, row = save(contribution, parts, now)
    changes.published(old, row)
    return row


def save(contribution: Contribution, parts: list[BoundPart], now) -> tuple[Event | None, Event]:
    """(what was on line, what is now). Nobody is told."""
    # In this order everywhere: the clock of the list, then the event.
    Clock.tick(Event.KIND, 0)
    old = Event.objects.select_for_update().filter(contribution=contribution).first()
    answers = publication.answers_of(parts)
    more = {name: answers[name] for name in MOMENTS}
    if old:
        more |= {name: getattr(old, name) for name in KEPT}
    row = publication.saved_row(Event, contribution, parts, now, RESERVED, **more)
    publication.save_blocks(row, parts, BLOCKS, "event")
    publication.copy_to_contribution(contribution, parts, ("title",), row)
    contribution.category = row.categories[0] if row.categories else ""
    row.refresh_listing()
    return old, row


def withdraw(contribution: Contribution) -> None:
    """Off line; those registered are told."""
    event = Event.objects.get(contribution=contribution)
    publication.withdraw(event)
    changes.withdrawn(event)


def restored(contribution: Contribution) -> None:
    changes.restored(Event.objects.get(contribution=contribution))


EVENT = publication.listed_kind(
    Event,
    label="un événement",
    parts=PARTS,
    publish=publish,
    withdraw=withdraw,
    restored=restored,
    preview_template="events/preview.html",
    preview=preview_of,
    namespace="events",
    prefill=lambda known: {},
    direct=True,
)
