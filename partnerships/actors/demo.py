"""Fictional actors of the demonstration: through the real forms and the real gate."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.moderation.readiness import Ready
from partnerships.actors import reference
from partnerships.models import Actor

FILE = Path(__file__).resolve().parent.parent / "data" / "actors_demo.json"
STEPS = {"submitted": ["submit"], "published": ["submit", "accept"]}


def items() -> list[dict]:
    return json.loads(FILE.read_text(encoding="utf-8"))


def load(author, coordinator) -> Iterator[str]:
    """Load what is not there yet, yielding the key of each actor loaded."""
    loaded = False
    for item in items():
        token = uuid5(NAMESPACE_URL, f"aict-eco:demo:actor:{item['key']}")
        if not Contribution.objects.filter(token=token).exists():
            load_one(token, item, author, coordinator)
            loaded = True
            yield item["key"]
    if loaded:
        reference.open_the_list()


@transaction.atomic
def load_one(token, item: dict, author, coordinator) -> None:
    answers = {name: value for name, value in item["data"].items() if value not in ("", [])}
    contribution, _created = drafts.start(KINDS[Actor.KIND], token, answers, author)
    Contribution.objects.filter(pk=contribution.pk).update(fictional=True)
    ready = Ready()
    for step in STEPS[item["state"]]:
        by = author if step == "submit" else coordinator
        apply(contribution, step, by, quiet=True, ready=ready)
    then = timezone.now() - timedelta(days=item["age_days"])
    rows = Contribution.objects.filter(pk=contribution.pk)
    rows.update(state_since=then, created_at=then)
    rows.filter(live=True).update(published_at=then, verified_on=then.date())
    contribution.journal.update(at=then)
    Actor.objects.filter(contribution=contribution).update(updated_at=then)
