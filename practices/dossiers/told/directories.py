"""Partnerships, actors and funding lines."""

from django.utils import timezone

from aict.taxonomies.enums import Level
from partnerships.facets import year_of
from partnerships.funding.status import Status
from partnerships.funding.words import amounts, deadline, figures_read, rates
from partnerships.models import Actor, Funding, Partnership
from practices.dossiers.told.words import Told, known


def partnerships(ids: list[int]) -> dict[int, Told]:
    rows = (
        Partnership.objects.published()
        .filter(contribution__in=ids)
        .select_related("contribution")
        .with_parties()
    )
    return {row.contribution_id: partnership(row) for row in rows}


def partnership(row: Partnership) -> Told:
    year = year_of(row)
    return Told(
        noun="Partenariat",
        category=first(row.categories),
        title=row.title,
        url=row.get_absolute_url(),
        idea=row.teaser or row.summary,
        who=" · ".join(
            f"{party.name} ({party.country.name})" if party.level == Level.FOREIGN else party.name
            for party in row.parties.all()
        ),
        facts=known(
            ("Ce que cela apporte ici", row.benefits_here),
            ("Ce que cela apporte là-bas", row.benefits_there),
            ("Où cela en est", str(row.get_stage_display())),
            ("Depuis", str(year) if year else ""),
        ),
        fictional=row.contribution.fictional,
    )


def actors(ids: list[int]) -> dict[int, Told]:
    rows = (
        Actor.objects.published()
        .filter(contribution__in=ids)
        .select_related("contribution", "actor_type", "seat", "country")
        .prefetch_related("offers")
    )
    return {row.contribution_id: actor(row) for row in rows}


def actor(row: Actor) -> Told:
    place = row.seat.name if row.seat else row.country.name
    kind = row.actor_type.label if row.actor_type else ""
    return Told(
        noun="Acteur économique",
        category=first(row.categories),
        title=row.title,
        url=row.get_absolute_url(),
        idea=row.teaser,
        who=" · ".join(filter(None, [kind, place])),
        facts=known(
            (
                "Ce qu’il peut apporter",
                row.offer_text or ", ".join(o.label for o in row.offers.all()),
            ),
            ("À quelles conditions", row.conditions_text),
            ("Le joindre", row.shown_contact or row.website),
        ),
        fictional=row.contribution.fictional,
    )


def fundings(ids: list[int]) -> dict[int, Told]:
    rows = Funding.objects.published().filter(contribution__in=ids).select_related("contribution")
    return {row.contribution_id: funding(row) for row in rows}


def funding(row: Funding) -> Told:
    today = timezone.localdate()
    when, precisely = deadline(row, today)
    status = str(Status(row.status(today)).label)
    return Told(
        noun="Financement",
        category=first(row.categories),
        title=row.title,
        url=row.get_absolute_url(),
        idea=row.teaser or row.summary,
        who=row.funder,
        facts=known(
            ("Montant", amounts(row)),
            ("Part financée", rates(row)),
            ("Aujourd’hui", ", ".join(filter(None, [status, precisely or when]))),
            ("Source des chiffres", figures_read(row)),
        ),
        fictional=row.contribution.fictional,
    )


def first(categories: list[str]) -> str:
    return categories[0] if len(categories) == 1 else ""
