"""Fictional requests of the demonstration, at every age and in every state, through the real gate."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

from aict.people.models import User
from aict.taxonomies.models import Sector, Service
from aict.territories.models import Country, Territory
from partnerships.introductions import gate, targets
from partnerships.introductions.permissions import CLOCK, Who
from partnerships.models.introduction import Introduction

FILE = Path(__file__).parent / "data" / "demonstration.json"
TEXTS = ("intent", "category", "what", "how", "why", "difficulty")


def load(author: User, coordinator: User) -> Iterator[str]:
    """Load what is not there yet, yielding the key of each."""
    for item in json.loads(FILE.read_text(encoding="utf-8")):
        token = uuid5(NAMESPACE_URL, f"aict-eco:demo:introduction:{item['key']}")
        if not Introduction.objects.filter(token=token).exists():
            load_one(token, item, author, coordinator)
            yield item["key"]


@transaction.atomic
def load_one(token, item: dict, author: User, coordinator: User) -> None:
    made = Introduction.objects.create(
        token=token,
        requester=author,
        territory=Territory.objects.get(key=item["territory"]),
        service=Service.objects.get(slug=item["service"]),
        sector=Sector.objects.get(slug=item["sector"]),
        share_contact=True,
        fictional=True,
        **{name: item.get(name, "") for name in TEXTS},
    )
    made.countries.set(Country.objects.filter(code__in=item["countries"]))
    for days, transition, said in item["steps"]:
        step(made, days, transition, said, author, coordinator)


def step(made: Introduction, days: int, transition: str, said: dict, author, coordinator) -> None:
    """One gesture, `days` ago."""
    target = {}
    if transition in {"send", "reassign", "retry"}:
        target = target_of(made, said)
    who = {
        "acknowledge": Who(link=made.round),
        "accept": Who(link=made.round),
        "refuse": Who(link=made.round),
        "escalate": CLOCK,
        "reassign": Who(user=coordinator),
        "file": Who(user=coordinator),
    }.get(transition, Who(user=author))
    rest = {name: value for name, value in said.items() if name not in {"actor", "peer"}}
    entry = gate.apply(made, transition, who, gate.Said(**target, **rest), quiet=True)
    then = timezone.now() - timedelta(days=days)
    type(entry).objects.filter(pk=entry.pk).update(at=then)
    sent = {"sent_at": then} if transition in {"send", "reassign", "retry", "entrust"} else {}
    # The clock has told what it had to tell: loading sends no mail, nor does its next round.
    Introduction.objects.filter(pk=made.pk).update(state_since=then, reminded=days, **sent)
    made.refresh_from_db()


def target_of(made: Introduction, said: dict) -> dict:
    if "peer" in said:
        return {"peer": targets.reachable_peers().get(key=said["peer"])}
    fictional = targets.reachable_actors().filter(contribution__fictional=True)
    busy = Introduction.objects.mine(made.requester).filter(state__in=["sent", "acknowledged"])
    free = fictional.exclude(pk__in=busy.exclude(actor=None).values("actor")).order_by("pk")
    return {"actor": free[said["actor"] % free.count()]}
