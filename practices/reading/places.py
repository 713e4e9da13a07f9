"""Here and there: where it happens, who acts and who benefits on each side; and the two small maps."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from aict.taxonomies.enums import Level, Side
from aict.territories.models import Country, Territory
from aict.territories.projection import HEIGHT, WIDTH, project
from aict.ui.numbers import number
from practices.facets import countries_of_values
from practices.reading.source import Source

FRANCE_BOX = "0 0 613 585"
WORLD_BOX = f"0 0 {WIDTH} {HEIGHT}"


@dataclass(frozen=True)
class Map:
    """A drawing of static/geo: the shapes to colour, and dots for what is too small to be seen."""

    file: str
    box: str
    shapes: list[str]
    dots: list[tuple[str, str]]  # with a point whatever the language


@dataclass(frozen=True)
class SideTold:
    title: str
    place: str
    detail: str
    map: Map | None
    effects: str
    beneficiaries: str
    partners: list[dict]


def sides(source: Source) -> list[SideTold]:
    """« Ici » then « Là-bas »; a side of which nothing is said is left out."""
    here = SideTold(
        title=_("Ici"),
        place=owner(source),
        detail=detail(source["territory"]) if source["territory"] else "",
        map=france(source["territory"]) if source["territory"] else None,
        effects=source["local_impact"],
        beneficiaries=source["beneficiaries_here"],
        partners=partners(source, Side.HERE),
    )
    countries = countries_of_values(source.many("countries"), source.many("partner_territories"))
    there = SideTold(
        title=_("Là-bas"),
        place=", ".join(country.name for country in countries),
        detail=", ".join(place.name for place in source.many("partner_territories")),
        map=world(countries),
        effects=source["partner_impact"],
        beneficiaries=source["beneficiaries_there"],
        partners=partners(source, Side.THERE),
    )
    return [side for side in (here, there) if told(side)]


def told(side: SideTold) -> bool:
    return bool(side.place or side.effects or side.beneficiaries or side.partners)


def partners(source: Source, side: Side) -> list[dict]:
    """Name, role, country and page of those who act on that side; one country for all goes without
    saying."""
    rows = [row for row in source.block("partners") if row["side"] == side]
    several = len({row["country"] for row in rows}) > 1
    return [
        {
            "name": row["name"],
            "role": row["role"],
            "url": page_in_directory(row.get("actor")),
            "country": row["country"].name if several and row["country"] else "",
        }
        for row in rows
    ]


def page_in_directory(actor) -> str:
    return actor.get_absolute_url() if actor and not actor.archived_at else ""


def owner(source: Source) -> str:
    return source["territory"].name if source["territory"] else source["territory_name"]


def detail(territory: Territory) -> str:
    """« Métropole, Isère, 445 000 habitants »."""
    parent = territory.departement or territory.region
    words = [territory.nature]
    if parent and parent.name != territory.name:
        words.append(parent.name)
    if territory.population:
        words.append(_("%s habitants") % number(territory.population))
    return ", ".join(map(str, words))


def france(territory: Territory) -> Map | None:
    """Its département, or those of its region; nothing overseas, which the drawing leaves out."""
    if territory.level == Level.DEPARTEMENT:
        codes = [territory.code]
    elif territory.level == Level.REGION:
        inside = Territory.objects.filter(level=Level.DEPARTEMENT, region=territory, valid_to=None)
        codes = sorted(inside.values_list("code", flat=True))
    else:
        codes = [territory.departement.code] if territory.departement else []
    codes = [code for code in codes if len(code) == 2]
    return Map("geo/france.svg", FRANCE_BOX, codes, []) if codes else None


def world(countries: list[Country]) -> Map | None:
    places = [
        (country.code, *project(country.longitude, country.latitude))
        for country in countries
        if country.latitude is not None and country.longitude is not None
    ]
    if not places:
        return None
    dots = [(str(x), str(y)) for _code, x, y in places]
    return Map("geo/world.svg", WORLD_BOX, [code for code, _x, _y in places], dots)
