"""From an accepted text to the live row."""

from django.db.models import prefetch_related_objects

from aict.listing import publication
from aict.listing.publication import (
    answers_of,
    copy_to_contribution,
    link_by_name,
    save_blocks,
    saved_row,
)
from aict.moderation.binding import BoundPart
from aict.moderation.models import Contribution
from aict.taxonomies.enums import Nature
from partnerships.models import Actor, Funding
from partnerships.proposals import partnership_named
from practices import models, pages
from practices.models import Practice

RESERVED = {"proposer", "comparer", "carte", "importer", "flux", "ressemblances"}
BLOCKS = {
    "objectives": models.Objective,
    "steps": models.Step,
    "services_involved": models.ServiceRole,
    "partners": models.Partner,
    "funding_lines": models.FundingLine,
    "results": models.Result,
    "axes": models.Axis,
    "transfer_conditions": models.TransferCondition,
}


def publish(contribution: Contribution, parts: list[BoundPart], now) -> Practice:
    """Save the live practice and all that hangs on it, from valid bound parts."""
    within = partnership_of(contribution, parts)
    practice = saved_row(Practice, contribution, parts, now, RESERVED, partnership=within)
    if practice.nature != Nature.STRATEGY:
        practice.carried_out_by.clear()
    save_blocks(practice, parts, BLOCKS, "practice")
    link_by_name(practice.partners.all(), "name", "actor", Actor)
    link_by_name(practice.funding_lines.all(), "source", "funding", Funding)
    copy_to_contribution(
        contribution, parts, ("territory", "service", "title", "category"), practice
    )
    practice.refresh_listing()
    return practice


def partnership_of(contribution: Contribution, parts: list[BoundPart]) -> Contribution | None:
    """The partnership that the practice names; one we did not know becomes a draft of the same team."""
    told = answers_of(parts)
    if not (title := told.get("partnership")):
        return None
    return partnership_named(
        title,
        contribution,
        french=[told["territory"]] if told["territory"] else [],
        foreign=told.get("partner_territories", []),
        category=told["category"],
    )


def resembling(title: str, contribution: Contribution | None) -> list[Practice]:
    """Published practices whose title is close, with the territory that a fragment names."""
    found = publication.resembling(Practice, title, contribution)
    prefetch_related_objects(found, "territory")
    return found


def preview(contribution: Contribution, parts: list[BoundPart]) -> dict:
    """Context of the preview template: the page as readers would see it."""
    return pages.preview(contribution, parts)
