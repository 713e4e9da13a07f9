"""One's registrations, given back in a data export. Nobody inherits them; they go with the account."""

from django.utils.translation import gettext_lazy as _

from aict.people.holdings import Holding
from practices.events.registering.seats import forget_person, held_by


def count(user, territory=None) -> int:
    return 0


def hand_over(user, heir, territory=None) -> int:
    if territory is None:  # the account goes
        forget_person(user)
    return 0


def export(user) -> list[dict]:
    rows = held_by(user).select_related("event").order_by("pk")
    return [
        {
            "événement": row.event.title,
            "état": row.get_state_display(),
            "demandée le": row.created_at.isoformat(timespec="seconds"),
            "nom": row.name,
            "fonction": row.function,
            "organisme": row.organisation,
            "présence": row.came,
        }
        for row in rows
    ]


REGISTRATIONS = Holding(
    "inscriptions aux événements", _("Inscriptions aux événements"), count, hand_over, export
)
