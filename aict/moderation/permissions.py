"""Who may do what with a contribution: plain predicates, tested with the querysets they mirror."""

from django.db.models import Q

from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution


def can_edit(user, contribution: Contribution) -> bool:
    """Its editors, and coordinators (who then cannot approve it). Mirrors `editable_by`."""
    return user.is_coordinator or contribution.editors.filter(pk=user.pk).exists()


def is_involved(user, contribution: Contribution) -> bool:
    """True for whoever wrote any part of the text in hand, or owns the contribution."""
    accepted = (
        contribution.revisions.filter(accepted=True).values_list("number", flat=True).first() or 0
    )
    pending = contribution.revisions.exclude(number__lte=accepted)
    return (
        contribution.created_by_id == user.pk
        or contribution.editors.filter(pk=user.pk).exists()
        or pending.filter(Q(author=user) | Q(hands__by=user)).exists()
    )


def can_moderate(user, contribution: Contribution) -> bool:
    """Nobody approves their own contribution: another coordinator or an administrator does."""
    return user.is_coordinator and not is_involved(user, contribution)


def can_publish(user, contribution: Contribution) -> bool:
    """Some kinds are edited by coordinators without a second person (`Kind.direct`)."""
    kind = KINDS[contribution.kind]
    return user.is_coordinator and kind.direct and not kind.second_reader
