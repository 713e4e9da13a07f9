"""From an address to a contribution, closed by default; and what a bare field of a request says."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from aict.moderation.kinds import KINDS, Kind
from aict.moderation.models import Contribution
from aict.moderation.permissions import can_edit


def contribution_at(kind: Kind, key: str) -> Contribution:
    """By draft token or by public slug. Raises Http404."""
    try:
        found = Contribution.objects.filter(kind=kind.slug, token=UUID(key)).first()
    except ValueError:
        found = None if "\x00" in key else kind.find(key)
    if not found:
        raise Http404("Cette contribution n’existe pas.")
    return found


def for_editor(user, kind_slug: str, key: str) -> tuple[Kind, Contribution]:
    """The contribution `user` may change. Raises Http404 or PermissionDenied."""
    kind = KINDS[kind_slug]
    contribution = contribution_at(kind, key)
    if not can_edit(user, contribution):
        raise PermissionDenied("Cette contribution appartient à une autre équipe.")
    return kind, contribution


def typed(post, name: str, most: int) -> str:
    """What was typed in a field that no form reads, as it can be stored: at most `most` characters."""
    return post.get(name, "").replace("\x00", "").strip()[:most]
