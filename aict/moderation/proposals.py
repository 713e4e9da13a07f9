"""Proposing another text of one part of a live page, and taking it into the draft."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from aict.moderation import drafts
from aict.moderation.kinds import KINDS, Part
from aict.moderation.models import Contribution, Proposal, Revision
from aict.moderation.permissions import can_edit
from aict.moderation.proposal_gate import move, note
from aict.moderation.readiness import Refused
from aict.moderation.wording import compared
from aict.people.models import User

EMPTY = (None, "", [], False)


def may_propose(user: User, contribution: Contribution) -> bool:
    """A confirmed officer outside the team; the team and the coordination write in the draft."""
    return (
        KINDS[contribution.kind].open_to_proposals
        and contribution.live
        and not can_edit(user, contribution)
        and user.memberships.confirmed().exists()
    )


def may_see(user: User, proposal: Proposal) -> bool:
    return proposal.author_id == user.pk or can_edit(user, proposal.contribution)


def live_text(contribution: Contribution) -> Revision | None:
    """The text that readers see."""
    return contribution.revisions.filter(accepted=True).first()


@transaction.atomic
def propose(contribution: Contribution, part: Part, values: dict, why: str, by: User) -> Proposal:
    """Keep `values` as a proposal. Sent twice, it is kept once. Raises PermissionDenied, Refused."""
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    base = live_text(contribution)
    if base is None or not may_propose(by, contribution):
        raise PermissionDenied("Cette page n’attend pas de proposition de votre part.")
    if not compared(KINDS[contribution.kind], part, values, base.data):
        raise Refused("Vous n’avez encore rien changé à ce texte.")
    known = {"part": part.slug, "author": by, "base_number": base.number, "data": values}
    if said := contribution.proposals.filter(state=Proposal.State.OPEN, **known).first():
        return said
    made = contribution.proposals.create(why=why, **known)
    note(made, "propose", by, why)
    return made


def changed(proposal: Proposal) -> dict:
    """The answers it changes to the text that was read, and no others."""
    base = proposal.contribution.revisions.filter(number=proposal.base_number).first()
    read = base.data if base else {}
    return {
        name: value
        for name, value in proposal.data.items()
        if value != read.get(name) and not (value in EMPTY and read.get(name) in EMPTY)
    }


@transaction.atomic
def take(proposal: Proposal, by: User, lock_no: int) -> None:
    """Its words become those of the draft, signed by its author too: who wrote does not judge.

    Raises PermissionDenied, Refused, and Stale when the part was written since `lock_no`."""
    contribution = Contribution.objects.select_for_update().get(pk=proposal.contribution_id)
    proposal.contribution = contribution
    move(proposal, "take", by)
    values = changed(proposal)
    draft = drafts.save(contribution, values, lock_no, by)
    if proposal.author:
        drafts.sign(draft, KINDS[contribution.kind].parts_touched(values), proposal.author)


@transaction.atomic
def refuse(proposal: Proposal, by: User, reason: str) -> None:
    """Raises PermissionDenied, Refused."""
    proposal.contribution = Contribution.objects.select_for_update().get(
        pk=proposal.contribution_id
    )
    move(proposal, "refuse", by, reason)
