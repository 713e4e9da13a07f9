"""What happens to a membership. Each function decides, journals and queues its mails in one transaction."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from aict.people import domains, holdings, tasks
from aict.people.models import Membership, PeopleEntry, User
from aict.people.permissions import coordinates

Action = PeopleEntry.Action


class AlreadyDecidedError(Exception):
    """Somebody else confirmed or refused it first; the message says so."""


@transaction.atomic
def declare(user: User, territory, service, announced: bool = True) -> Membership:
    """`user` says she works there. Coordinators are told, unless her address is still to be
    verified (`announce` does it then). Raises ValidationError when already declared."""
    membership = Membership(user=user, territory=territory, service=service)
    membership.full_clean()
    membership.save()
    entry = journal(membership, Action.DECLARED, by=user)
    if announced:
        tasks.tell(entry)
    return membership


def announce(user: User) -> None:
    """Tell coordinators of what `user` declared before her address was verified."""
    waiting = user.memberships.waiting()
    for entry in user.entries.filter(action=Action.DECLARED):
        if waiting.filter(territory=entry.territory, service=entry.service).exists():
            tasks.tell(entry)


@transaction.atomic
def confirm(membership: Membership, by: User) -> PeopleEntry:
    """Raises PermissionDenied (not a coordinator, or her own) or AlreadyDecidedError."""
    done = _decidable(membership, by).update(confirmed_at=timezone.now(), confirmed_by=by)
    if not done:
        raise AlreadyDecidedError(_already(membership))
    domains.remember(membership)
    entry = journal(membership, Action.CONFIRMED, by=by)
    tasks.tell(entry)
    return entry


@transaction.atomic
def refuse(membership: Membership, by: User, reason: str) -> PeopleEntry:
    """The membership disappears; the journal keeps who, when and why. Raises as `confirm`,
    and ValidationError without a reason."""
    if not reason.strip():
        raise ValidationError(_("Dites pourquoi en une phrase : la personne la recevra."))
    done, _rows = _decidable(membership, by).delete()
    if not done:
        raise AlreadyDecidedError(_already(membership))
    entry = journal(membership, Action.REFUSED, by=by, detail=reason.strip())
    tasks.tell(entry)
    return entry


@transaction.atomic
def leave(membership: Membership, heir: User | None) -> int:
    """Its owner leaves, and hands over to `heir` (None: the coordination) what is in her name
    there. Returns how many contributions moved."""
    user, territory = membership.user, membership.territory
    moved = 0
    if not user.memberships.exclude(pk=membership.pk).filter(territory=territory).exists():
        moved = hand_over(user, heir, territory)
    journal(membership, Action.LEFT, by=user)
    membership.delete()
    return moved


def hand_over(user: User, heir: User | None, territory=None) -> int:
    """Move what `user` holds (in `territory`, or everything) to `heir`, who is told."""
    moved = holdings.hand_over(user, heir, territory)
    if moved and heir:
        entry = PeopleEntry.objects.create(
            person=heir,
            action=Action.HANDED_OVER,
            territory=territory,
            detail=str(moved),
            by=user,
        )
        tasks.tell(entry)
    return moved


def waiting_for(user: User) -> int:
    """How many declared memberships wait for a decision of `user`."""
    return Membership.objects.decidable_by(user).verified().count()


def heirs(user: User, territories) -> QuerySet[User]:
    """Who may take over: other confirmed members of `territories`."""
    return (
        User.objects.active()
        .filter(memberships__in=Membership.objects.confirmed().filter(territory__in=territories))
        .exclude(pk=user.pk)
        .distinct()
        .order_by("name", "email")
    )


def journal(membership: Membership, action: Action, by: User, detail: str = "") -> PeopleEntry:
    return PeopleEntry.objects.create(
        person=membership.user,
        action=action,
        territory=membership.territory,
        service=membership.service,
        detail=detail,
        by=by,
    )


def _decidable(membership: Membership, by: User):
    if not coordinates(by):
        raise PermissionDenied(_("Seule la coordination confirme une appartenance."))
    if membership.user_id == by.pk:
        raise PermissionDenied(_("Une autre personne que vous doit confirmer votre appartenance."))
    return Membership.objects.decidable_by(by).filter(pk=membership.pk)


def _already(membership: Membership) -> str:
    entry = PeopleEntry.objects.filter(
        person=membership.user,
        territory=membership.territory,
        service=membership.service,
        action__in=[Action.CONFIRMED, Action.REFUSED],
    ).first()
    if entry is None:
        return _("Cette demande n’est plus à traiter.")
    return _("%(who)s a déjà traité cette demande : %(what)s le %(when)s.") % {
        "who": entry.by or _("Quelqu’un"),
        "what": entry.get_action_display().lower(),
        "when": timezone.localtime(entry.at).strftime("%d/%m/%Y à %H h %M"),
    }
