"""Who writes which part, and for when. Whoever is given a part joins the team."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from aict.moderation import letters
from aict.moderation.kinds import KINDS, Part
from aict.moderation.letters import Letter
from aict.moderation.models import Assignment, Contribution, State
from aict.moderation.permissions import can_edit
from aict.moderation.readiness import Refused
from aict.people.models import User
from aict.ui.dates import long_date


@transaction.atomic
def assign(
    contribution: Contribution, part: Part, person: User, by: User, until: date | None = None
) -> Assignment:
    """Give `part` to `person`, whoever had it before. Raises PermissionDenied, Refused."""
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    if not can_edit(by, contribution):
        raise PermissionDenied("Ce texte appartient à une autre équipe.")
    if contribution.state == State.ARCHIVED:
        raise Refused("Ce texte est archivé : rouvrez-le avant d’en confier une partie.")
    if until and until < timezone.localdate():
        raise Refused("Ce jour est passé : choisissez-en un autre, ou aucun.")
    contribution.editors.add(person)
    former = contribution.assignments.filter(part=part.slug, person=person, until=until).first()
    if former:
        return former
    given, _created = contribution.assignments.update_or_create(
        part=part.slug,
        defaults={"person": person, "until": until, "by": by, "at": timezone.now()},
    )
    if person != by:
        letters.post("assignment", given.pk, [person])
    return given


def take_back(contribution: Contribution, slug: str, by: User) -> None:
    """Nobody in particular writes that part any more. Raises PermissionDenied."""
    if not can_edit(by, contribution):
        raise PermissionDenied("Ce texte appartient à une autre équipe.")
    contribution.assignments.filter(part=slug).delete()


def by_part(contribution: Contribution) -> dict[str, Assignment]:
    return {given.part: given for given in contribution.assignments.select_related("person")}


def of_person(user: User) -> list[Assignment]:
    """What `user` has to write now, the nearest day first."""
    writing = [State.DRAFT, State.RETURNED, State.PUBLISHED]
    mine = user.assignments.filter(contribution__state__in=writing).select_related("contribution")
    return sorted(mine, key=lambda given: (given.until or date.max, given.at))


def title_of(given: Assignment) -> str:
    kind = KINDS[given.contribution.kind]
    return next((part.title for part in kind.parts if part.slug == given.part), given.part)


def address_of(given: Assignment) -> str:
    kind = KINDS[given.contribution.kind]
    return reverse(f"{kind.namespace}:edit_part", args=[given.contribution.token, given.part])


@letters.written_by("assignment")
def write(pk: int, person: User) -> Letter | None:
    given = Assignment.objects.filter(pk=pk, person=person).select_related("contribution", "by")
    found = given.first()
    if found is None:
        return None
    day = f", pour le {long_date(found.until)}" if found.until else ""
    return Letter(
        found.contribution,
        "une partie vous est confiée",
        f"{found.by or 'Votre équipe'} vous confie la partie « {title_of(found)} »{day}. Les autres "
        "parties peuvent être écrites en même temps par d’autres.",
        address_of(found),
        "L’écrire :",
    )
