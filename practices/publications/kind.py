"""A publication as moderation knows it. Coordinators publish it directly; officers propose."""

from aict.alerts.telling import tell_changed
from aict.listing import publication
from aict.listing.models import Clock
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import Part
from aict.moderation.models import Contribution
from practices.publications import forms
from practices.publications.models import Publication
from practices.publications.reading import preview_of

RESERVED = {"proposer", "flux"}
RELEASED = "Elle était annoncée : elle a paru."
PARTS = [
    Part(
        "essentiel",
        "L’essentiel",
        "Ce que c’est, qui publie, quand : trois minutes.",
        forms.EssentialsForm,
        {},
    ),
    Part(
        "contenu",
        "Le contenu",
        "Ce qu’on y trouve et où la lire.",
        forms.ContentForm,
        {},
    ),
]


def publish(contribution: Contribution, parts: list[BoundPart], now) -> Publication:
    """Save the live row from valid bound parts. Out at last, those who wait for it are told at once."""
    Clock.tick(Publication.KIND, 0)
    old = Publication.objects.filter(contribution=contribution).first()
    row = publication.saved_row(Publication, contribution, parts, now, RESERVED)
    publication.copy_to_contribution(contribution, parts, ("title",), row)
    contribution.category = row.categories[0] if row.categories else ""
    row.refresh_listing()
    if old and not old.out and row.out:
        tell_changed(contribution, version_of(contribution), RELEASED)
    return row


def version_of(contribution: Contribution) -> int:
    accepted = contribution.revisions.filter(accepted=True).first()
    return accepted.number if accepted and accepted.number else 1


PUBLICATION = publication.listed_kind(
    Publication,
    label="une publication",
    parts=PARTS,
    publish=publish,
    preview_template="publications/preview.html",
    preview=preview_of,
    namespace="publications",
    prefill=lambda known: {},
    direct=True,
)
