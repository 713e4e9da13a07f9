"""Whom a request may be asked to: nobody dead, withdrawn or archived, nobody who said no more."""

from django.db.models import Exists, OuterRef

from aict.people.models import Membership, User
from aict.territories.models import Territory
from partnerships.models.actor import Actor
from partnerships.models.introduction import Introduction, RelayStop


def reachable_actors():
    """Actors on line whose relay box takes requests."""
    rows = Actor.objects.published().filter(merged_into=None)
    return rows.exclude(contact_relay="").exclude(relay_stopped())


def relay_stopped() -> Exists:
    """Of an actor: whether its box takes no more requests."""
    return Exists(RelayStop.objects.filter(box__iexact=OuterRef("contact_relay")))


def reachable_peers():
    """Territories of which somebody confirmed can answer."""
    confirmed = Membership.objects.confirmed().filter(user__is_active=True)
    return Territory.objects.current().filter(pk__in=confirmed.values("territory"))


def is_reachable(introduction: Introduction) -> bool:
    if introduction.actor_id:
        return reachable_actors().filter(pk=introduction.actor_id).exists()
    if introduction.peer_id:
        return bool(members_to_tell(introduction))
    return False


def members_to_tell(introduction: Introduction) -> list[User]:
    """Those of the peer who may answer: the team of the page she came from, else every member."""
    if introduction.peer is None:
        return []
    members = User.objects.members_of(introduction.peer).exclude(pk=introduction.requester_id)
    about = introduction.about
    if about and about.territory_id == introduction.peer_id:
        team = members.filter(contributions=about)
        if found := list(team):
            return found
    return list(members.order_by("pk")[:12])
