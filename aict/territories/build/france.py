"""French authorities and areas: one row per (level, code), from the official division."""

import re
from collections import defaultdict

from aict.territories.build.sources import VINTAGE, division, row, row_key, table, typographic
from aict.territories.names import normalise

GROUPINGS = {
    "CC": "Communauté de communes",
    "CA": "Communauté d’agglomération",
    "CU": "Communauté urbaine",
}
# Districts and constituencies there have no council of their own.
WITHOUT_COUNCIL = {"984", "986", "989"}


def build() -> tuple[list[dict], list[dict]]:
    """(current rows, former communes). Parents come before children."""
    source = division("communes")
    groupings, membership = build_groupings()
    communes = [commune(c, membership) for c in source if c["type"] == "commune-actuelle"]
    former = former_communes(communes, source)
    special = [special_status(line) for line in table("special_status.csv", ";")]
    lines = [*areas(), *special, *groupings, *communes]
    by_key = {row_key(line): line for line in lines}
    for line in table("siren.csv"):
        by_key[line["key"]]["siren"] = line["siren"]
    for line in special:
        for area in line["areas"]:
            by_key[area].update(is_authority=0, carried_by=row_key(line), siren=line["siren"])
    return lines, former


def areas() -> list[dict]:
    return [
        *(
            row("region", r["code"], r["nom"], is_authority=int(r["code"] not in WITHOUT_COUNCIL))
            for r in division("regions")
        ),
        *(
            row("departement", d["code"], d["nom"], region=f"region-{d['region']}",
                is_authority=int(d["code"] not in WITHOUT_COUNCIL))
            for d in division("departements")
        ),
    ]  # fmt: skip


def build_groupings() -> tuple[list[dict], dict]:
    """EPCI and EPT rows, and {commune code: {"epci": key, "ept": key}}."""
    lines: list[dict] = []
    membership: dict = defaultdict(dict)
    for source in [*division("epci"), *division("ept")]:
        # The Métropole de Lyon is a local authority of its own (special_status.csv).
        if source["type"] == "MET69":
            owner = "statut-particulier-69M"
        else:
            lines.append(grouping(source))
            owner = row_key(lines[-1])
        for member in source["membres"]:
            membership[member["code"]]["ept" if source["type"] == "EPT" else "epci"] = owner
    return lines, membership


def grouping(source: dict) -> dict:
    """« CA du Bassin d'Arcachon Nord (COBAN) » → full name, and COBAN as another name."""
    code, name, kind = source["code"], source["nom"], source["type"]
    if kind == "METRO":
        return row("metropole", code, name, siren=code)
    short = re.search(r"\s*\(([^)]*)\)\s*$", name)
    if short:
        name = name[: short.start()]
    if kind in GROUPINGS:
        name = f"{GROUPINGS[kind]} {name.removeprefix(kind).strip()}"
    others = typographic(short[1]) if short else ""
    return row("epci", code, name, siren=code, kind=kind.lower(), other_names=others)


def commune(source: dict, membership: dict) -> dict:
    return row(
        "commune",
        source["code"],
        source["nom"],
        siren=source.get("siren", ""),
        population=source.get("population", ""),
        departement=f"departement-{source['departement']}",
        region=f"region-{source['region']}",
        is_authority=int(source["departement"] not in WITHOUT_COUNCIL),
        **membership.get(source["code"], {}),
    )


def special_status(line: dict) -> dict:
    """`areas` (keys of the rows this authority governs) is read by whoever sums up, not written."""
    return row(
        "statut-particulier",
        line["code"],
        line["name"],
        siren=line["siren"],
        acts_as=line["acts_as"],
        other_names=line["other_names"],
        areas=line["areas"].split(),
    )


def former_communes(communes: list[dict], source: list[dict]) -> list[dict]:
    """Delegated and associated communes, ended, each leading to the one that took over. One that
    shares its code with its successor becomes another name of it instead."""
    current, former = {line["code"]: line for line in communes}, []
    for old in source:
        if old["type"] not in {"commune-deleguee", "commune-associee"}:
            continue
        successor = current[old["chefLieu"]]
        successor["absorbed"].append(old["nom"])
        if old["code"] not in current:
            former.append(
                row(
                    "commune",
                    old["code"],
                    old["nom"],
                    kind=old["type"].removeprefix("commune-"),
                    departement=successor["departement"],
                    region=successor["region"],
                    valid_to=VINTAGE,
                    successor=row_key(successor),
                    is_authority=0,
                )
            )
        elif normalise(old["nom"]) != normalise(successor["name"]):
            successor["other_names"] = typographic(old["nom"])
    return former
