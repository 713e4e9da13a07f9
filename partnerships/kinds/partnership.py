"""A partnership as moderation knows it: its parts, how it goes on line and off."""

from aict.listing import publication
from aict.listing.publication import answers_of
from aict.moderation import drafts
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import Part
from aict.moderation.models import Contribution
from aict.taxonomies.models import Service
from aict.territories.models import Territory
from partnerships.abroad import Told, row_of
from partnerships.forms import partnership as forms
from partnerships.models import Actor, Mobilised, Partnership
from partnerships.reading import preview_of

RESERVED = {"proposer", "carte", "importer", "suggestions"}
PARTS = [
    Part(
        "essentiel",
        "L’essentiel",
        "Qui se lie, par quel accord, pour quoi faire : cinq minutes.",
        forms.EssentialsForm,
        {},
    ),
    Part(
        "accord",
        "L’accord",
        "Ce qu’il dit, quand il a été signé et quand il prend fin.",
        forms.AgreementForm,
        {},
    ),
    Part(
        "acteurs",
        "Les acteurs et les bénéfices",
        "Les acteurs économiques mobilisés de chaque côté, et ce que chaque territoire y gagne.",
        forms.BenefitsForm,
        {"mobilised": forms.MobilisedRows},
    ),
    Part("classement", "Le classement", "Pour être trouvé par qui cherche.", forms.FilingForm, {}),
    Part(
        "publication",
        "La publication",
        "La source, et quand vous demander si c’est toujours exact.",
        forms.PublicationForm,
        {},
    ),
]


def publish(contribution: Contribution, parts: list[BoundPart], now) -> Partnership:
    """Save the live partnership, its parties and its actors, from valid bound parts."""
    told = answers_of(parts)
    year = None if told.get("date_signed") else year_known(contribution)
    row = publication.saved_row(Partnership, contribution, parts, now, RESERVED, year_signed=year)
    abroad = [row_of(p) if isinstance(p, Told) else p for p in told["foreign_parties"]]
    row.parties.set([*told["french_parties"], *abroad])
    publication.save_blocks(row, parts, {"mobilised": Mobilised}, "partnership")
    publication.link_by_name(row.mobilised.all(), "name", "actor", Actor)
    publication.copy_to_contribution(contribution, parts, ("title",), row)
    contribution.category = row.categories[0]
    contribution.territory, contribution.service = told["french_parties"][0], told["service"]
    row.refresh_listing()
    return row


def year_known(contribution: Contribution) -> int | None:
    """The year that the version on line gives: a list told it, the forms ask for the whole date."""
    known = Partnership.objects.filter(contribution=contribution)
    return known.values_list("year_signed", flat=True).first()


def headline(data: dict) -> dict:
    party = next(iter(data.get("french_parties") or []), "")
    return {
        "title": str(data.get("title") or "")[:200],
        "category": publication.first_category(data),
        "territory": Territory.objects.filter(key=str(party)[:41]).first(),
        "service": Service.objects.filter(slug=str(data.get("service") or "")[:60]).first(),
    }


def prefill(known: dict) -> dict:
    territory = known.get("territory")
    return {"french_parties": [territory] if territory else [], "service": known.get("service", "")}


def resembling(title: str, contribution: Contribution | None) -> list[Partnership]:
    """Published ones of the same title or between the same territories: perhaps the same told twice."""
    near = publication.resembling(Partnership, title, contribution)
    if contribution:
        told = drafts.text_in_hand(contribution).data
        near += between(told.get("french_parties", []), told.get("foreign_parties", []))
    return [
        row
        for row in dict.fromkeys(near)
        if row.contribution_id != getattr(contribution, "pk", None)
    ][:3]


def between(french: list[str], abroad: list[str]) -> list[Partnership]:
    """Those that link one of the French territories to one of the foreign ones."""
    linked = Partnership.objects.published().filter(parties__key__in=french)
    return list(linked.filter(pk__in=Partnership.objects.filter(parties__key__in=abroad))[:3])


PARTNERSHIP = publication.listed_kind(
    Partnership,
    label="un partenariat",
    parts=PARTS,
    publish=publish,
    headline=headline,
    preview_template="partnerships/partnership_preview.html",
    preview=preview_of,
    resembling=resembling,
    namespace="partnerships",
    prefill=prefill,
)
