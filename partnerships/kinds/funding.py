"""A funding line as moderation knows it. Coordinators publish it directly; officers propose."""

from aict.listing import publication
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import Part
from aict.moderation.models import Contribution
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
    row = publication.saved_row(Funding, contribution, parts, now, RESERVED)
    publication.copy_to_contribution(contribution, parts, ("title",), row)
    contribution.category = row.categories[0]
    row.refresh_listing()
    return row


FUNDING = publication.listed_kind(
    Funding,
    label="un financement",
    parts=PARTS,
    publish=publish,
    preview_template="partnerships/funding_preview.html",
    preview=preview_of,
    namespace="funding",
    prefill=lambda known: {},
    direct=True,
)
