"""From lines to invitations: what would become of each is told first, then done, never twice."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO

from django.db.models.functions import Lower

from aict.taxonomies.models import Service
from aict.territories.names import normalise
from aict.territories.places import Place, find_places
from surveys.campaign.models import Invitation
from surveys.campaign.reading import Guest
from surveys.models import Survey

BATCH = 1000
NOWHERE = Place()


class Fate(StrEnum):
    NEW = "new"
    KNOWN = "known"  # invited already
    DOUBLE = "double"  # said above in the same list
    WRONG = "wrong"


@dataclass(frozen=True)
class Row:
    """`remarks`: what is worth looking at, in French sentences."""

    guest: Guest
    fate: Fate
    place: Place = NOWHERE
    service: Service | None = None
    remarks: tuple[str, ...] = ()


def tried(survey: Survey, guests: Sequence[Guest]) -> list[Row]:
    """What adding them would do. Three queries, whatever the length of the list."""
    known = already(survey)
    places = find_places({guest.place for guest in guests if guest.place and not guest.trouble})
    services = Services()
    first: dict[str, int] = {}
    rows = []
    for guest in guests:
        if guest.trouble:
            rows.append(Row(guest, Fate.WRONG, remarks=(guest.trouble,)))
        elif guest.email in first:
            told = f"Même adresse qu’à la ligne {first[guest.email]}."
            rows.append(Row(guest, Fate.DOUBLE, remarks=(told,)))
        else:
            first[guest.email] = guest.number
            fate = Fate.KNOWN if guest.email in known else Fate.NEW
            rows.append(filed(guest, fate, places.get(guest.place), services))
    return rows


def filed(guest: Guest, fate: Fate, found: Place | None, services: "Services") -> Row:
    """The authority and the service of a line, and what was not recognised of them."""
    place, service = found or NOWHERE, services.named(guest.service)
    remarks = []
    if place.remark:
        remarks.append(f"{place.remark}.")
    elif not guest.place:
        remarks.append("Collectivité non indiquée : elle manquera au taux de réponse.")
    if guest.service and not service:
        remarks.append(f"Service inconnu : « {guest.service} », laissé vide.")
    return Row(guest, fate, place, service, tuple(remarks))


def already(survey: Survey) -> set[str]:
    rows = Invitation.objects.filter(survey=survey).exclude(email="")
    return set(rows.order_by().values_list(Lower("email"), flat=True))


class Services:
    """The directory of services, by label and by identifier."""

    def __init__(self) -> None:
        self.known: dict[str, Service] = {}
        for row in Service.objects.in_use():
            self.known |= {normalise(row.label): row, normalise(row.slug): row}

    def named(self, text: str) -> Service | None:
        return self.known.get(normalise(text)) if text else None


def add(survey: Survey, rows: Sequence[Row]) -> int:
    """Write the new ones; those that came meanwhile are left as they are. Returns how many."""
    new = [
        Invitation(
            survey=survey,
            email=row.guest.email,
            territory_id=row.place.pk,
            territory_name="" if row.place.pk else row.guest.place,
            service=row.service,
        )
        for row in rows
        if row.fate == Fate.NEW
    ]
    before = Invitation.objects.filter(survey=survey).count()
    Invitation.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    return Invitation.objects.filter(survey=survey).count() - before


def as_text(rows: Sequence[Row]) -> str:
    """The lines worth adding, to be sent again with the confirmation: nothing is kept meanwhile."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(("e-mail", "collectivité", "service"))
    for row in rows:
        if row.fate == Fate.NEW:
            writer.writerow((row.guest.email, row.guest.place, row.guest.service))
    return text.getvalue()
