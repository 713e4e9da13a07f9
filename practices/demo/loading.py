"""The demonstration set goes through the real forms and the real gate, marked fictional."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

from aict.listing.models import Clock
from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from practices.models import Practice
from practices.models.practice import KIND

FOLDER = Path(__file__).parent
STEPS = {
    "draft": [],
    "submitted": ["submit"],
    "returned": ["submit", "send_back"],
    "published": ["submit", "accept"],
}


def items() -> list[dict]:
    """Every demonstration practice; those others point to come first."""
    found = [
        item for path in sorted(FOLDER.glob("*.json")) for item in json.loads(path.read_text())
    ]
    return sorted(found, key=lambda item: bool(item["data"].get("carried_out_by")))


def token_of(key: str):
    """The same token for the same practice, so that loading twice adds nothing."""
    return uuid5(NAMESPACE_URL, f"aict-eco:demo:{key}")


def load(author, coordinator) -> Iterator[str]:
    """Load what is not there yet, yielding the key of each practice loaded."""
    for item in items():
        if not Contribution.objects.filter(token=token_of(item["key"])).exists():
            load_one(item, author, coordinator)
            yield item["key"]
    put_in_order()


@transaction.atomic
def put_in_order() -> None:
    """Stamps follow the dates told, as if each had been published in its time."""
    practices = list(Practice.objects.filter(contribution__fictional=True).order_by("updated_at"))
    last = Clock.tick(KIND, len(practices))
    for stamp, practice in enumerate(practices, start=last - len(practices) + 1):
        practice.stamp = stamp
    Practice.objects.bulk_update(practices, ["stamp"])


@transaction.atomic
def load_one(item: dict, author, coordinator) -> None:
    data = as_answers(item["data"])
    kind = KINDS["practice"]
    contribution, _created = drafts.start(kind, token_of(item["key"]), data, author)
    Contribution.objects.filter(pk=contribution.pk).update(fictional=True)
    for step in STEPS[item["state"]]:
        by = author if step == "submit" else coordinator
        apply(contribution, step, by, corrections=item.get("corrections", []), quiet=True)
    backdate(contribution, item.get("age_days", 0))


def as_answers(data: dict) -> dict:
    """The file's data as the forms' own values."""
    answers = {name: value for name, value in data.items() if value not in (None, "", [])}
    answers["goals"] = answers.pop("sdgs", [])
    answers["keywords"] = ", ".join(answers.get("keywords", []))
    projects = [token_of(key) for key in answers.get("carried_out_by", [])]
    answers["carried_out_by"] = list(
        Practice.objects.filter(contribution__token__in=projects).values_list("slug", flat=True)
    )
    return answers


def backdate(contribution: Contribution, days: int) -> None:
    """As if it had happened `days` ago: ages, freshness and order become plausible."""
    then = timezone.now() - timedelta(days=days)
    rows = Contribution.objects.filter(pk=contribution.pk)
    rows.update(state_since=then, created_at=then)
    rows.filter(live=True).update(published_at=then, verified_on=then.date())
    contribution.journal.update(at=then)
    contribution.revisions.update(at=then)
    Practice.objects.filter(contribution=contribution).update(updated_at=then)
