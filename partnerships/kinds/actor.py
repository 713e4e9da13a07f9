"""An economic actor as moderation knows it: its parts, how it goes on line and off."""

from aict.listing import publication
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import Part
from aict.moderation.models import Contribution
from aict.territories.models import Territory
from partnerships.actors.reading import preview_of
from partnerships.forms import actor as forms
from partnerships.introductions.targets import reachable_actors
from partnerships.models import Actor

RESERVED = {"proposer", "doublons", "fusions", "carte", "importer"}
PARTS = [
    Part(
        "essentiel",
        "L’essentiel",
        "Qui il est, ce qu’il apporte, comment le joindre : cinq minutes.",
        forms.EssentialsForm,
        {},
    ),
    Part(
        "champ",
        "Où, dans quoi, à quelles conditions",
        "Pour que les bonnes collectivités le trouvent, et elles seules.",
        forms.ScopeForm,
        {},
    ),
    Part(
        "publication",
        "La publication",
        "La source, et quand demander si c’est toujours exact.",
        forms.PublicationForm,
        {},
    ),
]


def publish(contribution: Contribution, parts: list[BoundPart], now) -> Actor:
    """Save the live actor from valid bound parts."""
    row = publication.saved_row(Actor, contribution, parts, now, RESERVED)
    publication.copy_to_contribution(contribution, parts, ("title",), row)
    contribution.category = row.categories[0]
    contribution.territory = row.seat
    row.refresh_listing()
    return row


def headline(data: dict) -> dict:
    return {
        "title": str(data.get("title") or "")[:200],
        "category": publication.first_category(data),
        "territory": Territory.objects.filter(key=str(data.get("seat") or "")[:41]).first(),
    }


def prefill(known: dict) -> dict:
    """Nothing we know of an officer is an answer about somebody else, but the country."""
    return {"country": "FR"}


def confirmers(contribution: Contribution) -> list[str]:
    """The relay box of the actor: it may confirm its own page, and is never shown. One that asked
    for no more mail gets none."""
    rows = reachable_actors().filter(contribution=contribution)
    return list(rows.values_list("contact_relay", flat=True))


ACTOR = publication.listed_kind(
    Actor,
    label="un acteur économique",
    parts=PARTS,
    publish=publish,
    headline=headline,
    preview_template="partnerships/actor_preview.html",
    preview=preview_of,
    namespace="actors",
    prefill=prefill,
    confirmers=confirmers,
)
