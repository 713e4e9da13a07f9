"""Demonstration texts go through the real forms and the real gate, marked fictional."""

from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from aict.moderation import drafts, reading_gate
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.moderation.permissions import can_moderate
from aict.moderation.readiness import Ready
from aict.people.models import User

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
    ready = Ready()
    for step in STEPS[item["state"]]:
        by = author if step == "submit" else coordinator
        if step == "accept" and KINDS[kind].second_reader:
            read_by_another(contribution, coordinator)
        apply(
            contribution, step, by, corrections=item.get("corrections", []), quiet=True, ready=ready
        )
    backdate(contribution, item.get("age_days", 0))
    return contribution


def read_by_another(contribution: Contribution, coordinator) -> None:
    """The second reading that some kinds want, by another of the coordination."""
    others = User.objects.coordinators().exclude(pk=coordinator.pk).order_by("pk")
    reader = next(user for user in others if can_moderate(user, contribution))
    reading = reading_gate.ask(contribution, reader, coordinator, quiet=True)
    reading_gate.apply(reading, "nothing", reader, quiet=True)


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
