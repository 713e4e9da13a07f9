"""The publications the platform knows from the start, and those of the demonstration: through the
kind's own forms. What anybody edits afterwards is never written over."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from aict.moderation.binding import bind_all
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, State
from practices.publications.models import Publication

FOLDER = Path(__file__).resolve().parent / "data"
FACTS, DEMONSTRATION = "facts", "demonstration"
PUT_ON_LINE = "reference"


def items(name: str) -> list[dict]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def token_of(key: str) -> UUID:
    """The same token for the same publication, so that loading twice adds nothing."""
    return uuid5(NAMESPACE_URL, f"aict-eco:publication:{key}")


def load_reference() -> int:
    """Put on line the publications that are not there. Returns how many."""
    return sum(1 for _key in put_all(FACTS, fictional=False))


def load(author=None, coordinator=None) -> Iterator[str]:
    """Fictional publications, besides the real ones. Yields what is new."""
    load_reference()
    yield from put_all(DEMONSTRATION, fictional=True)


def put_all(name: str, fictional: bool) -> Iterator[str]:
    known = set(Contribution.objects.filter(kind=Publication.KIND).values_list("token", flat=True))
    for item in items(name):
        key = item.pop("key")
        token = token_of(f"demo:{key}" if fictional else key)
        if token not in known:
            put(token, item, fictional)
            yield key


@transaction.atomic
def put(token: UUID, answers: dict, fictional: bool) -> None:
    """On line at once; real ones are verified by nobody yet. Its answers are its first version."""
    now, kind = timezone.now(), KINDS[Publication.KIND]
    contribution = Contribution.objects.create(
        token=token,
        kind=kind.slug,
        state=State.PUBLISHED,
        live=True,
        published_at=now,
        fictional=fictional,
        verified_on=timezone.localdate() if fictional else None,
        **kind.headline(answers),
    )
    contribution.revisions.create(number=1, data=answers, accepted=True, lock_no=1)
    contribution.journal.create(transition=PUT_ON_LINE, target=State.PUBLISHED, number=1)
    parts = bind_all(kind, answers, None)
    if wrong := [bound.errors() for bound in parts if not bound.valid]:
        raise ValueError(f"{contribution} : {wrong}")
    kind.publish(contribution, parts, now)
    contribution.save()
