"""Fictional questions and reuses of the demonstration, of every age and state, through the real gates."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

from aict.moderation.demonstration import token_of
from aict.people.models import Membership, User
from aict.taxonomies.models import Service
from aict.territories.models import Territory
from practices.exchange.models import Question, Reuse
from practices.exchange.questions import gate as questions
from practices.exchange.questions.permissions import Who
from practices.exchange.reuses import gate as reuses
from practices.models import Practice

FILE = Path(__file__).parent / "data" / "demonstration.json"
STEPS = {
    "asked": [],
    "forwarded": ["forward"],
    "answered": ["forward", "answer"],
    "published": ["forward", "answer", "publish"],
    "refused": ["refuse"],
}


def load(author: User, coordinator: User) -> Iterator[str]:
    """Load what is not there yet, yielding the key of each."""
    items = json.loads(FILE.read_text(encoding="utf-8"))
    asker = User.objects.get(email="agent2@demo.aict-eco.example")
    for number, item in enumerate(items["questions"]):
        token = uuid5(NAMESPACE_URL, f"aict-eco:demo:question:{number}")
        if not Question.objects.filter(token=token).exists():
            load_question(token, item, asker, coordinator)
            yield f"question {number}"
    for number, item in enumerate(items["reuses"]):
        token = uuid5(NAMESPACE_URL, f"aict-eco:demo:reuse:{number}")
        if not Reuse.objects.filter(token=token).exists():
            load_reuse(token, item, author, asker)
            yield f"reprise {number}"


def practice_of(key: str) -> Practice:
    return Practice.objects.select_related("contribution").get(contribution__token=token_of(key))


def places(item: dict) -> dict:
    return {
        "territory": Territory.objects.get(key=item["territory"]),
        "service": Service.objects.get(slug=item["service"]),
    }


@transaction.atomic
def load_question(token, item: dict, asker: User, coordinator: User) -> None:
    practice = practice_of(item["practice"])
    told = {name: item[name] for name in ("text", "function")}
    made = Question.objects.create(
        token=token, practice=practice, asker=asker, fictional=True, **told, **places(item)
    )
    team = practice.contribution.editors.first()
    for step in STEPS[item["state"]]:
        who = Who(user=team if step == "answer" else coordinator)
        said = questions.Said(answer=item.get("answer", ""), reason=item.get("reason", ""))
        questions.apply(made, step, who, said, quiet=True)
    then = timezone.now() - timedelta(days=item["age_days"])
    # The clock has told what it had to tell: its next round says nothing of what is old.
    Question.objects.filter(pk=made.pk).update(
        created_at=then, state_since=then, reminded=item["age_days"]
    )
    made.journal.update(at=then)


@transaction.atomic
def load_reuse(token, item: dict, author: User, other: User) -> None:
    practice, told = practice_of(item["practice"]), places(item)
    membership = Membership(user=author, confirmed_at=timezone.now(), **told)
    since = date.fromisoformat(item["since"])
    made = reuses.declare(practice, membership, item["taken"], since, quiet=True)
    child = practice_of(item["child"]) if "child" in item else None
    for step in item["steps"]:
        said = reuses.Said(sentence=item["sentence"], child=child)
        reuses.apply(made, step, reuses.Who(link=True), said, quiet=True)
    then = timezone.now() - timedelta(days=item["age_days"])
    mine = other.memberships.filter(territory=made.territory).exists()
    Reuse.objects.filter(pk=made.pk).update(
        token=token,
        fictional=True,
        created_at=then,
        followed=12,
        declared_by=other if mine else None,
    )
    made.journal.update(at=then)
