"""What the agenda holds from the start: what is known of the past of the dynamic, and, for a
demonstration, fictional events dated from today. Through the kind's own forms."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from aict.moderation.binding import bind_all
from aict.moderation.demonstration import token_of as token_of_demo
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, State
from practices.events.enums import Seat
from practices.events.kind import save
from practices.events.models import Event, Registration
from practices.models import Practice

FOLDER = Path(__file__).resolve().parent / "data"
FACTS, DEMONSTRATION = "facts", "demonstration"
PUT_ON_LINE = "reference"
OUTSIDE = {"key", "in_days", "lasts", "talks_of", "registered", "waiting", "came"}


def items(name: str) -> list[dict]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def token_of(key: str) -> UUID:
    """The same token for the same event, so that loading twice adds nothing."""
    return uuid5(NAMESPACE_URL, f"aict-eco:event:{key}")


def load_reference() -> int:
    """Put on line the past events of the dynamic that are not there. Returns how many."""
    return sum(put(token_of(item["key"]), answers_of(item), None) for item in items(FACTS))


def load(author=None, coordinator=None, today: date | None = None) -> Iterator[str]:
    """Fictional events, dated from today; those nobody touched are dated anew. Yields what is new."""
    load_reference()
    today = today or timezone.localdate()
    for item in items(DEMONSTRATION):
        token = token_of(f"demo:{item['key']}")
        if put(token, answers_of(item, today), today):
            seat(Event.objects.get(contribution__token=token), item)
            yield item["key"]


def answers_of(item: dict, today: date | None = None) -> dict:
    """The item's own answers, with days instead of delays and addresses instead of keys."""
    answers = {name: value for name, value in item.items() if name not in OUTSIDE}
    if today:
        day = today + timedelta(days=item["in_days"])
        answers["day"] = day.isoformat()
        answers["last_day"] = (day + timedelta(days=item.get("lasts", 0))).isoformat()
    tokens = [token_of_demo(key) for key in item.get("talks_of", [])]
    found = Practice.objects.published().filter(contribution__token__in=tokens)
    if slugs := list(found.order_by("slug").values_list("slug", flat=True)):
        answers["practices"] = "\n".join(slugs)
    return answers


@transaction.atomic
def put(token: UUID, answers: dict, today: date | None) -> bool:
    """On line at once; its answers are its first version. With `today`, it is invented, and dated
    anew unless somebody made it theirs. Says whether it is new."""
    found = Contribution.objects.filter(token=token).first()
    if found:
        if today:
            date_anew(found, answers)
        return False
    now, kind = timezone.now(), KINDS[Event.KIND]
    contribution = Contribution.objects.create(
        token=token,
        kind=kind.slug,
        state=State.PUBLISHED,
        live=True,
        published_at=now,
        fictional=bool(today),
        verified_on=today,
        **kind.headline(answers),
    )
    contribution.revisions.create(number=1, data=answers, accepted=True, lock_no=1)
    contribution.journal.create(transition=PUT_ON_LINE, target=State.PUBLISHED, number=1)
    publish(contribution, answers)
    return True


def date_anew(contribution: Contribution, answers: dict) -> None:
    first = contribution.revisions.first()
    alone = contribution.revisions.count() == 1 and first and first.author_id is None
    if contribution.state == State.PUBLISHED and alone and first.data != answers:
        first.data = answers
        first.save(update_fields=["data"])
        publish(contribution, answers)


def publish(contribution: Contribution, answers: dict) -> None:
    kind = KINDS[Event.KIND]
    parts = bind_all(kind, answers, kind.live_object(contribution))
    if wrong := [bound.errors() for bound in parts if not bound.valid]:
        raise ValueError(f"{contribution} : {wrong}")
    save(contribution, parts, timezone.now())
    contribution.save()


def seat(event: Event, item: dict) -> None:
    """Fictional people, at addresses that exist nowhere."""
    states = [Seat.REGISTERED] * item.get("registered", 0) + [Seat.WAITING] * item.get("waiting", 0)
    Registration.objects.bulk_create(
        Registration(
            event=event,
            email=f"{item['key']}-{number}@exemple.aict-eco.example",
            name=f"Personne fictive {number}",
            function="Chargée de mission",
            organisation=f"Collectivité fictive {number}",
            state=state,
            came=number <= item.get("came", 0),
        )
        for number, state in enumerate(states, start=1)
    )
