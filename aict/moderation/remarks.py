"""Remarks on the parts of a text: said, resolved, reopened. Each may be done twice without harm."""

from collections import defaultdict
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from aict.moderation import letters
from aict.moderation.drafts import text_in_hand
from aict.moderation.kinds import KINDS, Part
from aict.moderation.letters import Letter
from aict.moderation.models import Contribution, Remark
from aict.moderation.reading_steps import may_remark
from aict.people.models import User

# One letter for all that the same person says in an hour.
QUIET = timedelta(hours=1)


@transaction.atomic
def say(contribution: Contribution, part: Part, text: str, by, field: str = "") -> Remark:
    """Keep a remark on `part`, or on one of its fields. Raises PermissionDenied."""
    check(by, contribution)
    number = text_in_hand(contribution).number
    known = {"contribution": contribution, "part": part.slug, "author": by, "text": text}
    field = field if field in part.names else ""
    recent = timezone.now() - timedelta(minutes=1)
    if said := Remark.objects.filter(**known, field=field, at__gt=recent).first():
        return said
    heard = contribution.remarks.filter(author=by, at__gt=timezone.now() - QUIET).exists()
    remark = Remark.objects.create(**known, field=field, number=number)
    if not heard:
        letters.post("remark", remark.pk, concerned(remark))
    return remark


def resolve(remark: Remark, by) -> None:
    check(by, remark.contribution)
    Remark.objects.filter(pk=remark.pk, resolved_at=None).update(
        resolved_at=timezone.now(), resolved_by=by
    )


def reopen(remark: Remark, by) -> None:
    check(by, remark.contribution)
    Remark.objects.filter(pk=remark.pk).update(resolved_at=None, resolved_by=None)


def check(by, contribution: Contribution) -> None:
    if not may_remark(by, contribution):
        raise PermissionDenied("Ces remarques sont celles de l’équipe et de ses relecteurs.")


def open_by_part(contribution: Contribution) -> dict[str, int]:
    """How many remarks wait, of each part that has some."""
    waiting = contribution.remarks.filter(resolved_at=None).order_by().values_list("part")
    return dict(waiting.annotate(Count("pk")))


def fields_of(part: Part) -> list[tuple[str, str]]:
    """(name, words) of what a part asks, for whoever wants to point at it."""
    fields = [(name, str(field.label or name)) for name, field in part.form.base_fields.items()]
    return fields + [(name, str(getattr(f, "label", name))) for name, f in part.repeatables.items()]


def of_parts(contribution: Contribution) -> dict[str, list[Remark]]:
    """Every remark under its part, those that wait first."""
    found = defaultdict(list)
    rows = contribution.remarks.select_related("author", "resolved_by")
    for remark in sorted(rows, key=lambda row: row.resolved_at is not None):
        found[remark.part].append(remark)
    return found


def concerned(remark: Remark) -> list[User]:
    """The team, and those who spoke of the same part."""
    contribution = remark.contribution
    spoke = contribution.remarks.filter(part=remark.part).values("author")
    people = [*contribution.editors.all(), *User.objects.filter(pk__in=spoke)]
    return [person for person in people if person != remark.author]


@letters.written_by("remark")
def write(pk: int, person: User) -> Letter | None:
    remark = Remark.objects.select_related("contribution", "author").filter(pk=pk).first()
    if remark is None or not may_remark(person, remark.contribution):
        return None
    kind = KINDS[remark.contribution.kind]
    title = next((p.title for p in kind.parts if p.slug == remark.part), remark.part)
    who = remark.author or "Quelqu’un"
    address = reverse("moderation:remarks", args=[remark.contribution.token])
    return Letter(
        remark.contribution,
        "remarque",
        f"{who} a laissé une remarque sur la partie « {title} ».",
        f"{address}#partie-{remark.part}",
        "Lire et répondre :",
        remark.text,
    )
