"""How many authorities answered, of those invited. Two services of one authority count once."""

from dataclasses import dataclass

from aict.taxonomies.enums import Level
from aict.territories.names import normalise
from aict.ui.numbers import percent
from surveys.campaign.models import Invitation
from surveys.models import Survey

UNKNOWN = "Collectivité non reconnue"
NOWHERE = "Région inconnue"


@dataclass(frozen=True)
class Line:
    label: str
    invited: int
    answered: int

    @property
    def width(self) -> int:
        """Of its bar, out of one hundred."""
        return round(100 * self.answered / self.invited) if self.invited else 0

    @property
    def share(self) -> str:
        return percent(100 * self.answered / self.invited) if self.invited else "–"


@dataclass(frozen=True)
class Authority:
    level: str
    region: str
    answered: bool


def rate(survey: Survey) -> tuple[int, int]:
    """(authorities invited, authorities of which one service at least answered)."""
    found = authorities(survey)
    return len(found), sum(one.answered for one in found)


def authorities(survey: Survey) -> list[Authority]:
    """Each one invited, once. A place that was not recognised counts by its name; an address without
    place, by itself."""
    fields = ("pk", "answered", "territory_id", "territory_name")
    places = ("territory__level", "territory__name", "territory__region__name")
    found: dict[object, Authority] = {}
    for row in Invitation.objects.asked().filter(survey=survey).values(*fields, *places):
        key = row["territory_id"] or normalise(row["territory_name"]) or ("", row["pk"])
        before = found.get(key)
        found[key] = Authority(
            level=row["territory__level"] or "",
            region=region_of(row),
            answered=row["answered"] or bool(before and before.answered),
        )
    return list(found.values())


def region_of(row: dict) -> str:
    if row["territory__level"] == Level.REGION:
        return row["territory__name"]
    return row["territory__region__name"] or ""


def by_level(found: list[Authority]) -> list[Line]:
    """In the order of the vocabulary; levels nobody was invited from are left out."""
    lines = [line(str(level.label), [a for a in found if a.level == level]) for level in Level]
    lines.append(line(UNKNOWN, [a for a in found if not a.level]))
    return [one for one in lines if one.invited]


def by_region(found: list[Authority]) -> list[Line]:
    names = sorted({a.region for a in found if a.region}, key=normalise)
    lines = [line(name, [a for a in found if a.region == name]) for name in names]
    lines.append(line(NOWHERE, [a for a in found if not a.region]))
    return [one for one in lines if one.invited]


def line(label: str, group: list[Authority]) -> Line:
    return Line(label, len(group), sum(a.answered for a in group))
