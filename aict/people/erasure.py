"""Erasing an account: names go, contents stay."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from aict.people import mails
from aict.people.memberships import hand_over
from aict.people.models import PeopleEntry, User


class ErasureRefusedError(Exception):
    """The message says why."""


def obstacle(user: User) -> str:
    """Why `user` cannot leave, or "" when she can."""
    if user.is_administrator and not User.objects.administrators().exclude(pk=user.pk).exists():
        return _(
            "Vous êtes la dernière personne à administrer le site : nommez quelqu’un d’autre avant d’effacer votre compte."
        )
    return ""


@transaction.atomic
def erase(user: User, heir: User | None) -> None:
    """Delete `user`, after handing over to `heir` (None: the coordination). What she wrote and
    decided stays, without her name. Irreversible. Raises ErasureRefusedError."""
    list(User.objects.administrators().select_for_update())
    if reason := obstacle(user):
        raise ErasureRefusedError(reason)
    hand_over(user, heir)
    # A reason is free text: it may name the person.
    user.entries.filter(action=PeopleEntry.Action.REFUSED).update(detail="")
    PeopleEntry.objects.create(action=PeopleEntry.Action.ERASED)
    email = user.email
    user.delete()
    transaction.on_commit(partial(mails.send_farewell, email))
