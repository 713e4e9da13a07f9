"""Demonstration texts go through the real forms and the real gate, marked fictional."""

from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution

STEPS = {
    "draft": [],
    "submitted": ["submit"],
    "returned": ["submit", "send_back"],
    "published": ["submit", "accept"],
}


def token_of(key: str) -> UUID:
    """The same token for the same text, so that loading twice adds nothing."""
    return uuid5(NAMESPACE_URL, f"aict-eco:demo:{key}")


def loaded(key: str) -> bool:
    return Contribution.objects.filter(token=token_of(key)).exists()


@transaction.atomic
def load_one(kind: str, item: dict, data: dict, author, coordinator) -> Contribution:
    """`item` holds key, state, age_days and perhaps corrections; `data` are the forms' values."""
    contribution, _created = drafts.start(KINDS[kind], token_of(item["key"]), data, author)
    Contribution.objects.filter(pk=contribution.pk).update(fictional=True)
    for step in STEPS[item["state"]]:
        by = author if step == "submit" else coordinator
        apply(contribution, step, by, corrections=item.get("corrections", []), quiet=True)
    backdate(contribution, item.get("age_days", 0))
    return contribution


def backdate(contribution: Contribution, days: int) -> None:
    """As if it had happened `days` ago: ages, freshness and order become plausible."""
    then = timezone.now() - timedelta(days=days)
    rows = Contribution.objects.filter(pk=contribution.pk)
    rows.update(state_since=then, created_at=then)
    rows.filter(live=True).update(published_at=then, verified_on=then.date())
    contribution.journal.update(at=then)
    contribution.revisions.update(at=then)
    if row := KINDS[contribution.kind].live_object(contribution):
        type(row)._default_manager.filter(pk=row.pk).update(updated_at=then)
