"""Changing a dossier: its text and notes under a lock number, its items."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from aict.moderation.kinds import title_on_line
from aict.moderation.models import Contribution
from practices.dossiers.models import Dossier, DossierItem
from practices.dossiers.tasks import tell_joined

# Beyond, nobody reads it in two minutes.
MOST_ITEMS = 12
GESTURES = {"up", "down", "remove"}
# By item, the fields that were typed.
Notes = Mapping[int, Mapping[str, str]]


class Stale(Exception):
    """Somebody else saved meanwhile. `current` is the dossier as it stands."""

    def __init__(self, current: Dossier):
        self.current = current


class Full(Exception):
    """No room for one more item."""


@transaction.atomic
def save(
    dossier: Dossier, text: Mapping, notes: Notes, lock_no: int, by, gesture=("", 0)
) -> Dossier:
    """Write the fields of `text` and those of each item, then move or remove the item of `gesture`.

    An item added meanwhile is left as it is. Raises Stale when `lock_no` is not the one that stands."""
    locked = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if locked.lock_no != lock_no:
        raise Stale(locked)
    for name, value in text.items():
        setattr(locked, name, value)
    locked.lock_no, locked.changed_by = lock_no + 1, by
    locked.save()
    for item in locked.items.filter(pk__in=notes):
        for name, value in notes[item.pk].items():
            setattr(item, name, value)
        item.save(update_fields=list(notes[item.pk]))
    change(locked, *gesture)
    return locked


def change(dossier: Dossier, what: str, item_pk: int) -> None:
    """Move an item by one place or take it out; nothing when it is gone."""
    rows = list(dossier.items.all())
    place = next((i for i, item in enumerate(rows) if item.pk == item_pk), None)
    if place is None or what not in GESTURES:
        return
    moved = rows.pop(place)
    if what == "remove":
        moved.delete()
    else:
        rows.insert(max(place + (1 if what == "down" else -1), 0), moved)
    for order, item in enumerate(rows):
        item.order = order
    DossierItem.objects.bulk_update(rows, ["order"])


@transaction.atomic
def add(dossier: Dossier, contribution: Contribution) -> tuple[DossierItem, bool]:
    """At the end of the dossier; (item, False) when it is there already. Raises Full."""
    locked = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if found := locked.items.filter(contribution=contribution).first():
        return found, False
    if locked.items.count() >= MOST_ITEMS:
        raise Full
    last = locked.items.aggregate(last=Max("order"))["last"]
    order = 0 if last is None else last + 1
    made = locked.items.create(
        contribution=contribution, title=published_title(contribution), order=order
    )
    Dossier.objects.filter(pk=locked.pk).update(updated_at=timezone.now())
    return made, True


def published_title(contribution: Contribution) -> str:
    """That of the page on line: the contribution's own may be that of a draft."""
    return title_on_line(contribution)[:200]


def start(user, membership, text: Mapping) -> Dossier:
    """A new dossier of `user`, in the name of `membership` (or of nobody yet)."""
    made = Dossier.objects.create(
        changed_by=user,
        territory=membership.territory if membership else None,
        service=membership.service if membership else None,
        **text,
    )
    made.editors.add(user)
    return made


@transaction.atomic
def join(dossier: Dossier, person, by) -> None:
    """`person` writes it too, and is told."""
    dossier.editors.add(person)
    tell_joined.defer(dossier_id=dossier.pk, person_id=person.pk, by_id=by.pk)


@transaction.atomic
def leave(dossier: Dossier, user) -> bool:
    """False when nobody else would remain: two who leave at once wait for one another."""
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    if not dossier.editors.exclude(pk=user.pk).exists():
        return False
    dossier.editors.remove(user)
    return True
