"""Fictional statements of the demonstration, through the real gate."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from aict.people.models import User
from aict.taxonomies.models import Modality
from practices.lessons import gate
from practices.lessons.checklist import POINTS
from practices.lessons.models import Statement
from practices.lessons.models.lesson import TEXTS
from practices.lessons.permissions import Who

FILE = Path(__file__).parent / "data" / "demonstration.json"


def load(author: User, coordinator: User) -> Iterator[str]:
    """Load what is not there yet, yielding the key of each. Two coordinators check."""
    second = User.objects.get(email="coordination2@demo.aict-eco.example")
    for item in json.loads(FILE.read_text(encoding="utf-8")):
        token = uuid5(NAMESPACE_URL, f"aict-eco:demo:lesson:{item['key']}")
        if not Statement.objects.filter(token=token).exists():
            load_one(token, item, author, (coordinator, second))
            yield item["key"]


@transaction.atomic
def load_one(token, item: dict, author: User, readers: tuple[User, User]) -> None:
    told = {name: item[name] for name in (*TEXTS, "level", "band", "category")}
    modality = Modality.objects.filter(slug=item["modality"]).first()
    made = Statement.objects.create(
        token=token, author=author, modality=modality, fictional=True, **told
    )
    gate.apply(made, "submit", Who(user=author), quiet=True)
    if item["state"] != "published":
        return
    for reader in readers:
        said = gate.Said(points=[*POINTS], digest=made.digest)
        gate.apply(made, "check", Who(user=reader), said, quiet=True)
    gate.apply(made, "approve", Who(user=author), gate.Said(digest=made.digest), quiet=True)
