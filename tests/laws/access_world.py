"""Objects that the access table's addresses need: functions from a World to the address's arguments."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress

from aict.people.models import User
from tests.people import factories


@dataclass
class World:
    """One person of each role; what is made belongs to `officer`."""

    officer: User
    other: User
    coordinator: User
    administrator: User

    def person(self, role: str) -> User | None:
        return None if role == "visitor" else getattr(self, role)


def make_world() -> World:
    elsewhere = factories.territory(level="region", code="53", name="Bretagne")
    world = World(
        officer=factories.officer(),
        other=factories.officer(territory=elsewhere),
        coordinator=factories.coordinator(),
        administrator=factories.administrator(),
    )
    for person in (world.officer, world.other, world.coordinator, world.administrator):
        EmailAddress.objects.get_or_create(
            user=person, email=person.email, defaults={"verified": True, "primary": True}
        )
    return world


def stale_reset_key(world: World) -> dict:
    return {"uidb36": "zz", "key": "perimee"}
