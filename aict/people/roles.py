"""Changing what someone may do."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from aict.people import tasks
from aict.people.models import PeopleEntry, Role, User
from aict.people.permissions import changes_role


@transaction.atomic
def change(person: User, role: str, by: User) -> PeopleEntry | None:
    """Give `role` to `person`, journal it and tell her. Returns None when nothing changes.
    Raises PermissionDenied for anybody but an administrator, and on one's own account."""
    # Every administrator is locked: two who demote each other would leave nobody.
    administrators = {user.pk: user for user in User.objects.administrators().select_for_update()}
    actor = administrators.get(by.pk)
    if actor is None or not changes_role(actor, person):
        raise PermissionDenied(
            _("Un·e administrateur·rice change le rôle des autres, jamais le sien.")
        )
    person = User.objects.select_for_update().get(pk=person.pk)
    if person.role == role:
        return None
    before, person.role = person.get_role_display(), Role(role)
    person.save(update_fields=["role"])
    entry = PeopleEntry.objects.create(
        person=person,
        action=PeopleEntry.Action.ROLE,
        detail=f"{before} → {person.get_role_display()}",
        by=by,
    )
    tasks.tell(entry)
    return entry
