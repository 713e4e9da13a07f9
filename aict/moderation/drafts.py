"""The text in hand: read it, save it under a lock number, restore an old one into it."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS, Kind
from aict.moderation.models import Contribution, Revision, State
from aict.moderation.readiness import Refused

BATCH = 2_000


class Stale(Exception):
    """Somebody else saved meanwhile. `current` is the revision that stands."""

    def __init__(self, current: Revision):
        self.current = current


def text_in_hand(contribution: Contribution) -> Revision:
    """The rolling draft, or else the last numbered version, or else an empty unsaved one."""
    return contribution.revisions.first() or Revision(contribution=contribution)


@transaction.atomic
def start(kind: Kind, token, values: dict, by) -> tuple[Contribution, bool]:
    """A new contribution with its first draft; the same token twice gives the same one.

    Returns (contribution, created)."""
    contribution, created = Contribution.objects.get_or_create(
        token=token, defaults={"kind": kind.slug, "created_by": by, **kind.headline(values)}
    )
    if created:
        if by:
            contribution.editors.add(by)
        contribution.revisions.create(data=values, author=by, lock_no=1)
    return contribution, created


@transaction.atomic
def start_many(kind: Kind, items: list[tuple[UUID, dict, dict]], by) -> dict[UUID, Contribution]:
    """`start` for many new contributions at once: (token, values, headline) each, as `kind.headline`
    would give it. The tokens must be new. `by` none: coordinators alone may edit them."""
    made = Contribution.objects.bulk_create(
        [
            Contribution(token=token, kind=kind.slug, created_by=by, **headline)
            for token, _values, headline in items
        ],
        batch_size=BATCH,
    )
    texts = (values for _token, values, _headline in items)
    Revision.objects.bulk_create(
        [
            Revision(contribution=contribution, data=values, author=by, lock_no=1)
            for contribution, values in zip(made, texts, strict=True)
        ],
        batch_size=BATCH,
    )
    if by:
        editors = Contribution.editors.through
        editors.objects.bulk_create(
            [editors(contribution=contribution, user=by) for contribution in made],
            batch_size=BATCH,
        )
    return {contribution.token: contribution for contribution in made}


@transaction.atomic
def save(contribution: Contribution, values: dict, lock_no: int, by) -> Revision:
    """Merge `values` into the rolling draft (autosave): one row, no version.

    Raises Stale when `lock_no` is not that of the text in hand, Refused when the state forbids."""
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    current = text_in_hand(locked)
    if current.lock_no != lock_no:
        raise Stale(current)
    if locked.state == State.PUBLISHED:
        apply(locked, "revise", by)
    elif locked.state not in {State.DRAFT, State.RETURNED}:
        raise Refused("Ce texte est en cours de relecture : reprenez la main avant de le modifier.")
    data = {**current.data, **values}
    draft, _created = Revision.objects.update_or_create(
        contribution=locked,
        number=None,
        defaults={"data": data, "author": by, "lock_no": lock_no + 1, "at": timezone.now()},
    )
    Contribution.objects.filter(pk=locked.pk).update(**KINDS[locked.kind].headline(data))
    return draft


def restore(contribution: Contribution, number: int, by) -> Revision:
    """Version `number` becomes the text in hand: a new proposal, nothing is overwritten."""
    old = contribution.revisions.get(number=number)
    return save(contribution, old.data, text_in_hand(contribution).lock_no, by)
