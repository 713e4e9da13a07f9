"""The first lines of the directory, and those of the demonstration: through the kind's own forms.

A line is put on line once, « à vérifier »; what anybody edits afterwards is never written over."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from aict.moderation.binding import bind_all
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, State
from aict.taxonomies.enums import ReviewRhythm
from partnerships.models import Funding

FOLDER = Path(__file__).resolve().parent / "data"
PUT_ON_LINE = "reference"
REFERENCE, DEMONSTRATION = "dispositifs", "demonstration"
READ_AGO = 60
SOURCE = "Règlement fictif de la démonstration"
DELAYS = {"date_open": "opens_in", "date_predeposit": "predeposit_in", "date_close": "closes_in"}
FIGURES = ("amount_min", "amount_max", "rate_min", "rate_max", "own_share_min", "inkind_cap")


def items(name: str) -> list[dict]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def token_of(key: str) -> UUID:
    """The same token for the same line, so that loading twice adds nothing."""
    return uuid5(NAMESPACE_URL, f"aict-eco:funding:{key}")


@transaction.atomic
def load_reference() -> int:
    """Put on line the lines that are not there. Returns how many."""
    known = tokens_in_use()
    # The last stamped opens the list by date: those of the top of the file.
    new = [item for item in reversed(items(REFERENCE)) if token_of(item["key"]) not in known]
    for item in new:
        put(token_of(item.pop("key")), item)
    return len(new)


def load(author=None, coordinator=None, today: date | None = None) -> Iterator[str]:
    """Fictional lines, dated from today; those nobody touched are dated anew. Yields what is new."""
    today = today or timezone.localdate()
    known = tokens_in_use()
    # Those that others combine with come first.
    for item in sorted(items(DEMONSTRATION), key=lambda item: "combines_with" in item):
        key = item.pop("key")
        token, answers = token_of(f"demo:{key}"), dated(item, today)
        if token in known:
            date_anew(token, answers)
        else:
            put(token, answers, fictional=True)
            yield key


def tokens_in_use() -> set[UUID]:
    return set(Contribution.objects.filter(kind=Funding.KIND).values_list("token", flat=True))


def dated(item: dict, today: date) -> dict:
    """The item's answers, with days instead of delays, and the source of its invented figures."""
    answers = {**item, "info_url": "https://exemple.aict-eco.example/"}
    for name, delay in DELAYS.items():
        if delay in answers:
            answers[name] = (today + timedelta(days=answers.pop(delay))).isoformat()
    if any(name in answers for name in FIGURES):
        answers["figures_source"] = SOURCE
        answers["figures_on"] = (today - timedelta(days=READ_AGO)).isoformat()
    if others := answers.get("combines_with"):
        tokens = [token_of(f"demo:{key}") for key in others]
        rows = Funding.objects.filter(contribution__token__in=tokens)
        answers["combines_with"] = [str(pk) for pk in rows.values_list("pk", flat=True)]
    return answers


@transaction.atomic
def put(token: UUID, answers: dict, fictional: bool = False) -> None:
    """On line at once, verified by nobody; its answers are its first version."""
    now, kind = timezone.now(), KINDS[Funding.KIND]
    contribution = Contribution(
        token=token,
        kind=kind.slug,
        state=State.PUBLISHED,
        live=True,
        published_at=now,
        fictional=fictional,
        verified_on=timezone.localdate() if fictional else None,
        review_months=ReviewRhythm.SIX,
        **kind.headline(answers),
    )
    contribution.save()
    contribution.revisions.create(number=1, data=answers, accepted=True, lock_no=1)
    contribution.journal.create(transition=PUT_ON_LINE, target=State.PUBLISHED, number=1)
    publish(contribution, answers)


@transaction.atomic
def date_anew(token: UUID, answers: dict) -> None:
    """Keep the demonstration alive, unless somebody made the line theirs."""
    contribution = Contribution.objects.get(token=token)
    first = contribution.revisions.first()
    alone = contribution.revisions.count() == 1 and first and first.author_id is None
    if contribution.state == State.PUBLISHED and alone and first.data != answers:
        first.data = answers
        first.save(update_fields=["data"])
        publish(contribution, answers)


def publish(contribution: Contribution, answers: dict) -> None:
    kind = KINDS[Funding.KIND]
    parts = bind_all(kind, answers, kind.live_object(contribution))
    wrong = list(problems(parts))
    if wrong:
        raise ValueError(f"{contribution} : {wrong}")
    kind.publish(contribution, parts, timezone.now())
    contribution.save()


def problems(parts) -> Iterator[tuple]:
    for bound in parts:
        if not bound.valid:
            yield from bound.errors()
