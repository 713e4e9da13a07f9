"""One fictional dossier of the demonstration, shared with a fictional elected official."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from aict.moderation.models import Contribution
from practices.dossiers import sharing, writing
from practices.dossiers.models import Dossier, DossierItem
from practices.dossiers.told import tell

FILE = Path(__file__).parent / "data" / "demonstration.json"
TEXTS = ("title", "audience", "ask", "intro", "contact", "phone")
# Where each kind's own demonstration takes its tokens from.
SPACES = {
    "practice": "aict-eco:demo:",
    "actor": "aict-eco:demo:actor:",
    "funding": "aict-eco:funding:demo:",
}


def load(author, coordinator) -> Iterator[str]:
    """Load it when it is not there yet, yielding its title."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    if not Dossier.objects.filter(token=told["token"]).exists():
        load_one(told, author)
        yield told["title"]


@transaction.atomic
def load_one(told: dict, author) -> None:
    dossier = writing.start(
        author,
        author.memberships.confirmed().first(),
        {name: told[name] for name in TEXTS}
        | {
            "token": UUID(told["token"]),
            "fictional": True,
            "deadline": timezone.localdate() + timedelta(days=told["decided_in"]),
        },
    )
    for kind, key, *typed in told["items"]:
        if contribution := Contribution.objects.filter(
            token=token_of(kind, key), live=True
        ).first():
            item, _created = writing.add(dossier, contribution)
            annotate(item, *typed)
    sharing.share(dossier, told["link"])


def annotate(item: DossierItem, note: str, figure: str = "") -> None:
    """`figure` begins the words of the one to show."""
    known = tell([item.contribution])[item.contribution_id].figures if figure else []
    item.note = note
    item.figure = next((label for _value, label in known if label.startswith(figure)), "")
    item.save(update_fields=["note", "figure"])


def token_of(kind: str, key: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"{SPACES[kind]}{key}")
