"""The text in hand: read it, save it under a lock number, restore an old one into it."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS, Kind, Part
from aict.moderation.models import Contribution, Hand, Revision, State
from aict.moderation.readiness import Refused

BATCH = 2_000


class Stale(Exception):
    """Somebody else saved the same part meanwhile. `current` is the revision that stands, `hand`
    who left that part as it stands, when that is known."""

    def __init__(self, current: Revision, hand: Hand | None):
        self.current, self.hand = current, hand


def text_in_hand(contribution: Contribution) -> Revision:
    """The rolling draft, or else the last numbered version, or else an empty unsaved one."""
    return contribution.revisions.first() or Revision(contribution=contribution)


def last_hand(contribution: Contribution, parts: Iterable[Part]) -> Hand | None:
    """Who wrote last in one of these parts, in whatever version."""
    found = Hand.objects.filter(
        revision__contribution=contribution, part__in=[part.slug for part in parts]
    )
    return found.select_related("by").order_by("-lock_no").first()


def lock_of(contribution: Contribution, part: Part) -> int:
    """The number a page of this part carries, and gives back when it is saved."""
    hand = last_hand(contribution, [part])
    return hand.lock_no if hand else 0


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
        draft = contribution.revisions.create(data=values, author=by, lock_no=1)
        sign(draft, kind.parts_touched(values), by)
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

    `lock_no` is any number the text had when these parts were read. What others wrote in other
    parts stays. Raises Stale when these very parts were written since, Refused when the state forbids."""
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    current, parts = text_in_hand(locked), KINDS[locked.kind].parts_touched(values)
    hand = last_hand(locked, parts)
    late = lock_no > current.lock_no or (hand is not None and hand.lock_no > lock_no)
    if late and any(current.data.get(name) != value for name, value in values.items()):
        raise Stale(current, hand)
    return write(locked, current, {**current.data, **values}, parts, by)


def write(locked: Contribution, current: Revision, data: dict, parts, by) -> Revision:
    """`data` becomes the rolling draft of a locked contribution, signed by `by` in `parts`."""
    if locked.state == State.PUBLISHED:
        apply(locked, "revise", by)
    elif locked.state not in {State.DRAFT, State.RETURNED}:
        raise Refused("Ce texte est en cours de relecture : reprenez la main avant de le modifier.")
    told = {"data": data, "author": by, "lock_no": current.lock_no + 1, "at": timezone.now()}
    draft, _created = Revision.objects.update_or_create(
        contribution=locked, number=None, defaults=told
    )
    sign(draft, parts, by)
    Contribution.objects.filter(pk=locked.pk).update(**KINDS[locked.kind].headline(data))
    return draft


def sign(draft: Revision, parts: Iterable[Part], by) -> None:
    """`by` has just written in these parts."""
    Hand.objects.bulk_create(
        [
            Hand(revision=draft, part=part.slug, by=by, lock_no=draft.lock_no, at=draft.at)
            for part in parts
        ],
        update_conflicts=True,
        unique_fields=["revision", "part", "by"],
        update_fields=["lock_no", "at"],
    )


@transaction.atomic
def restore(contribution: Contribution, number: int, by) -> Revision:
    """Version `number`, whole, becomes the text in hand: a new proposal, nothing is overwritten.

    A draft that was being written is kept, as a version of its own."""
    locked = Contribution.objects.select_for_update().get(pk=contribution.pk)
    old, current = contribution.revisions.get(number=number), text_in_hand(locked)
    writing = current.number is None and locked.state in {State.DRAFT, State.RETURNED}
    if writing and current.data != old.data:
        current.number = locked.last_number() + 1
        current.note = f"Brouillon gardé avant de reprendre la version {number}"
        current.save(update_fields=["number", "note"])
    return write(locked, current, old.data, KINDS[locked.kind].parts, by)
