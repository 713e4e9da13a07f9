"""A funding line as moderation knows it. Coordinators publish it directly; officers propose."""

from aict.listing import publication
from aict.listing.addresses import keep_address
from aict.listing.models import Clock
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import Kind, Part
from aict.moderation.models import Contribution
from aict.taxonomies.enums import Category
from partnerships.forms import funding as forms
from partnerships.funding.reading import preview_of
from partnerships.models import Funding

RESERVED = {
    "proposer",
    "montage",
    "suivi",
    "suivis",
    "caisse-des-depots-et-afd",
    "echeances",
    "flux",
}
PARTS = [
    Part(
        "essentiel",
        "L’essentiel",
        "Ce que c’est, qui finance, pour qui : cinq minutes.",
        forms.EssentialsForm,
        {},
    ),
    Part(
        "calendrier",
        "Le calendrier",
        "Le statut affiché se calcule de ces dates, chaque jour.",
        forms.CalendarForm,
        {},
    ),
    Part(
        "eligibilite",
        "L’éligibilité",
        "Où, pour quels secteurs, à quel stade, et ce qu’il faut avoir fait avant.",
        forms.EligibilityForm,
        {},
    ),
    Part(
        "chiffres",
        "Les chiffres",
        "Montants, taux et parts, tels qu’ils sont écrits quelque part, à une date.",
        forms.FiguresForm,
        {},
    ),
    Part(
        "conseils",
        "Les conseils",
        "Ce qui aide à déposer un bon dossier, et la source de la fiche.",
        forms.AdviceForm,
        {},
    ),
]


def publish(contribution: Contribution, parts: list[BoundPart], now) -> Funding:
    """Save the live line from valid bound parts."""
    Clock.tick(Funding.KIND, 0)  # one at a time: addresses
    row = publication.live_row(Funding, contribution, parts)
    keep_address(row, row.title, RESERVED)
    row.updated_at, row.archived_at = now, None
    row.save()
    publication.save_relations(row, parts)
    publication.copy_to_contribution(contribution, parts, ("title",), row)
    contribution.category = row.categories[0]
    row.refresh_listing()
    return row


def withdraw(contribution: Contribution) -> None:
    publication.withdraw(Funding.objects.get(contribution=contribution))


def headline(data: dict) -> dict:
    first = next(iter(data.get("categories") or []), "")
    return {
        "title": str(data.get("title") or "")[:200],
        "category": first if first in Category.values else "",
        "territory": None,
        "service": None,
    }


def resembling(title: str, contribution: Contribution | None) -> list[Funding]:
    return publication.resembling(Funding, title, contribution)


FUNDING = Kind(
    slug=Funding.KIND,
    label="un financement",
    parts=PARTS,
    publish=publish,
    withdraw=withdraw,
    headline=headline,
    live_object=publication.live_of(Funding),
    find=publication.found_by_slug(Funding),
    preview_template="partnerships/funding_preview.html",
    preview=preview_of,
    resembling=resembling,
    namespace="funding",
    prefill=lambda known: {},
    direct=True,
)
