"""The fiches the platform comes with: through the kind's own forms, attributed to the coordination.

A fiche is put on line once; what anybody edits afterwards is never written over."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from aict.moderation.binding import bind_all
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, State
from aict.moderation.readiness import missing
from practices.models import Practice
from practices.sheets.models import Sheet

FOLDER = Path(__file__).parent / "data"
YEAR = 365


def items() -> list[dict]:
    """Every fiche of the folder, in the order of its name."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))]


def token_of(key: str) -> UUID:
    """The same token for the same fiche, so that loading twice adds nothing."""
    return uuid5(NAMESPACE_URL, f"aict-eco:sheet:{key}")


def load_reference() -> int:
    """Put on line the fiches that are not there. Returns how many."""
    return sum(1 for _key in load())


def load(author=None, coordinator=None) -> Iterator[str]:
    """The same, one at a time; those nobody touched take the examples that came on line since."""
    known = set(Contribution.objects.filter(kind=Sheet.KIND).values_list("token", flat=True))
    for item in items():
        key = item.pop("key")
        token, answers = token_of(key), as_answers(item)
        if token in known:
            take_examples(token, answers)
        else:
            put(token, answers)
            yield key


def as_answers(item: dict) -> dict:
    """The item as its forms want it: a day of review, and only the examples that are on line."""
    answers = dict(item)
    days = answers.pop("review_in_days", YEAR)
    answers["review_on"] = (timezone.localdate() + timedelta(days=days)).isoformat()
    wanted = answers.get("examples", [])
    slugs = {row["practice"] for row in wanted}
    found = set(Practice.objects.published().filter(slug__in=slugs).values_list("slug", flat=True))
    answers["examples"] = [row for row in wanted if row["practice"] in found]
    return answers


@transaction.atomic
def put(token: UUID, answers: dict) -> None:
    """On line at once, verified by nobody; its answers are its first version."""
    kind = KINDS[Sheet.KIND]
    contribution = Contribution.objects.create(
        token=token,
        kind=kind.slug,
        state=State.PUBLISHED,
        live=True,
        published_at=timezone.now(),
        **kind.headline(answers),
    )
    contribution.revisions.create(number=1, data=answers, accepted=True, lock_no=1)
    contribution.journal.create(transition="publish", target=State.PUBLISHED, number=1)
    publish(contribution, answers)


@transaction.atomic
def take_examples(token: UUID, answers: dict) -> None:
    """A demonstration loaded after the fiche gives it examples, unless somebody made it theirs."""
    contribution = Contribution.objects.get(token=token)
    first = contribution.revisions.first()
    alone = contribution.revisions.count() == 1 and first and first.author_id is None
    if not alone or contribution.state != State.PUBLISHED:
        return
    if first.data.get("examples") != answers["examples"]:
        first.data = {**first.data, "examples": answers["examples"]}
        first.save(update_fields=["data"])
        publish(contribution, first.data)


def publish(contribution: Contribution, answers: dict) -> None:
    kind = KINDS[Sheet.KIND]
    parts = bind_all(kind, answers, kind.live_object(contribution))
    if lacks := missing(parts):
        raise ValueError(f"{contribution} : {lacks}")
    kind.publish(contribution, parts, timezone.now())
    contribution.save()
