"""An ambiguous row as it is kept until a person settles it: JSON in the row of the run, and back."""

from dataclasses import asdict, dataclass
from typing import Any

from aict.imports.models import ImportRow
from aict.territories.lookup import countries_by_code
from aict.territories.models import Territory
from aict.ui.numbers import number
from partnerships.imports.links import Link
from partnerships.imports.mention import Mention
from partnerships.imports.resolving import Resolved
from partnerships.imports.settling import Proposal, Verdict

FRENCH, FOREIGN = "french", "foreign"


@dataclass(frozen=True)
class Choice:
    """One proposal, with what helps to choose."""

    key: str
    name: str
    detail: str
    population: str
    why: str


@dataclass(frozen=True)
class Doubt:
    """One side of a row. `settled`: who is meant, when this side leaves no doubt."""

    side: str
    mention: Mention
    settled: Territory | None
    why: str
    choices: list[Choice]
    country: str

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What the file says of it: label, value."""
        size = self.mention.population
        return [
            ("Pays", self.country),
            ("Précision", self.mention.inside or self.mention.code),
            ("Population", number(size) if size else ""),
            ("Point", " ; ".join(number(x, 3) for x in self.mention.point or ())),
        ]

    @property
    def map_url(self) -> str:
        if self.mention.point is None:
            return ""
        latitude, longitude = self.mention.point
        where = f"mlat={latitude}&mlon={longitude}"
        return f"https://www.openstreetmap.org/?{where}#map=11/{latitude}/{longitude}"


def told_of(one: Resolved) -> dict[str, Any]:
    link = one.link
    return {
        "year": link.year,
        "twinning": link.twinning,
        "url": link.url,
        FRENCH: side_told(link.french, one.french),
        FOREIGN: side_told(link.foreign, one.foreign),
    }


def side_told(mention: Mention | None, verdict: Verdict) -> dict[str, Any]:
    return {
        "mention": asdict(mention) if mention else {},
        "target": verdict.target,
        "why": verdict.why,
        "proposals": [] if verdict.target else [proposal_told(p) for p in verdict.proposals],
    }


def proposal_told(proposal: Proposal) -> list:
    distance = None if proposal.distance is None else round(proposal.distance, 1)
    return [proposal.candidate.target, proposal.why, distance]


def link_of(row: ImportRow) -> Link:
    """The link that the row told, as the file gave it."""
    told = row.found
    return Link(
        row.number,
        row.cells,
        french=mention_of(told[FRENCH]),
        foreign=mention_of(told[FOREIGN]),
        year=told["year"],
        twinning=told["twinning"],
        url=told["url"],
        title=row.title,
    )


def mention_of(told: dict[str, Any]) -> Mention:
    return Mention(**told["mention"] | {"countries": tuple(told["mention"]["countries"])})


def doubts_of(row: ImportRow) -> list[Doubt]:
    """Both sides, read with two queries."""
    sides = [(name, row.found[name]) for name in (FRENCH, FOREIGN)]
    wanted = {side["target"] for _, side in sides if side["target"]}
    wanted |= {pk for _, side in sides for pk, *_ in side["proposals"]}
    rows = Territory.objects.with_places().in_bulk(wanted)
    codes = {code for _, side in sides for code in side["mention"]["countries"]}
    countries = countries_by_code(codes)
    return [
        Doubt(
            name,
            mention_of(side),
            rows.get(side["target"]),
            side["why"],
            [choice_of(rows[pk], *why) for pk, *why in side["proposals"] if pk in rows],
            ", ".join(countries[code].name for code in side["mention"]["countries"]),
        )
        for name, side in sides
    ]


def choice_of(territory: Territory, why: str, distance: float | None) -> Choice:
    told = why if distance is None else f"{why}, à {number(distance, 1)} km du point donné"
    size = "" if territory.population is None else f"{number(territory.population)} habitants"
    return Choice(territory.key, territory.name, territory.detail, size, told)
