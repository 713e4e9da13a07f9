"""Foreign territories that our list lacks, told as « Nom (Pays) »."""

import hashlib
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from aict.taxonomies.enums import Level
from aict.territories.models import Country, Territory

TOLD = re.compile(r"^(?P<name>.{2,100}?)\s*\((?P<country>[^()]+)\)$")


@dataclass(frozen=True)
class Told:
    """A place and its country, not a row yet."""

    name: str
    country: Country

    def __str__(self):
        return f"{self.name} ({self.country})"


def place_told(text: str) -> Told:
    """Reads « Cercle de Mopti (Mali) ». Raises ValidationError."""
    found = TOLD.match(" ".join(text.split()))
    country = found and Country.objects.named(found["country"])
    if not found or not country:
        raise ValidationError(
            _(
                "« %(text)s » : ajoutez son pays entre parenthèses, par exemple « Cercle de Mopti (Mali) »."
            )
            % {"text": text[:120]}
        )
    return Told(found["name"], country)


def row_of(told: Told) -> Territory:
    """The territory of that name in that country, made when there is none."""
    known = Territory.objects.filter(
        level=Level.FOREIGN, country=told.country, name__iexact=told.name
    )
    if found := known.order_by("-weight").first():
        return found
    digest = hashlib.sha256(f"{told.country.pk}:{told.name.casefold()}".encode()).hexdigest()
    return Territory.objects.create(
        level=Level.FOREIGN, code=f"libre-{digest[:12]}", name=told.name, country=told.country
    )
