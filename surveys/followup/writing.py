"""Every change of a follow-up: written under its lock, with a line of journal."""

from django.db import transaction

from aict.listing.models import Clock
from aict.moderation.readiness import Refused
from aict.people.models import User
from surveys import gate
from surveys.followup.models import FollowUp, FollowUpEntry
from surveys.models import Survey


class StaleError(Exception):
    """Somebody else changed it since it was read; `current` is what is kept."""

    def __init__(self, current: FollowUp):
        super().__init__("Quelqu’un a modifié cette suite pendant que vous écriviez.")
        self.current = current


@transaction.atomic
def add(survey: Survey, told: dict, by: User) -> FollowUp:
    """`told` holds text, need, link and day. The same text added twice (a double click) is one."""
    Survey.objects.select_for_update().get(pk=survey.pk)
    same = survey.follow_ups.filter(text=told["text"], need=told["need"], day=told["day"]).first()
    if same:
        return same
    made = FollowUp.objects.create(survey=survey, **told)
    note(made, "Ajoutée", by)
    return made


@transaction.atomic
def edit(follow_up: FollowUp, told: dict, version: int, by: User) -> FollowUp:
    """Raises StaleError when it is no longer the `version` that was read."""
    locked = FollowUp.objects.select_for_update().get(pk=follow_up.pk)
    if locked.version != version:
        raise StaleError(locked)
    for name, value in told.items():
        setattr(locked, name, value)
    locked.version += 1
    locked.save()
    Clock.tick(gate.KIND)
    note(locked, "Modifiée", by)
    return locked


@transaction.atomic
def publish(follow_up: FollowUp, by: User) -> FollowUp:
    """On line; those who follow its need are told the first time. Raises Refused."""
    locked = FollowUp.objects.select_for_update().select_related("survey").get(pk=follow_up.pk)
    if locked.is_on_line:
        raise Refused("Cette suite est déjà en ligne.")
    if not locked.survey.is_published:
        raise Refused("Publiez d’abord les résultats : les suites paraissent avec eux.")
    first, locked.told = not locked.told, True
    locked.state = FollowUp.State.PUBLISHED
    locked.save(update_fields=["state", "told"])
    Clock.tick(gate.KIND)
    note(locked, "Publiée", by)
    if first and locked.need_id:
        from surveys.followup.tasks import tell_followers

        tell_followers.defer(follow_up_id=locked.pk)
    return locked


@transaction.atomic
def withdraw(follow_up: FollowUp, why: str, by: User) -> FollowUp:
    """Off line. Raises Refused."""
    locked = FollowUp.objects.select_for_update().get(pk=follow_up.pk)
    if not locked.is_on_line:
        raise Refused("Cette suite n’est pas en ligne.")
    gate.refuse_nul(why)
    if not why.strip():
        raise Refused("Indiquez pourquoi, en une phrase : la raison est gardée au journal.")
    locked.state = FollowUp.State.WITHDRAWN
    locked.save(update_fields=["state"])
    Clock.tick(gate.KIND)
    note(locked, "Retirée", by, why.strip())
    return locked


def note(follow_up: FollowUp, what: str, by: User, comment: str = "") -> None:
    FollowUpEntry.objects.create(
        follow_up=follow_up, what=what, text=follow_up.text, by=by, comment=comment
    )
