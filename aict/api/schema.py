"""What the FilterSet knows and the OpenAPI document should say: titles and values of each filter."""

from aict.search.query import LONGEST
from partnerships.actors.listing import ACTORS
from partnerships.funding.listing import FUNDING
from partnerships.listing import PARTNERSHIPS
from practices.events.listing import EVENTS
from practices.lessons.listing import LESSONS
from practices.listing import PRACTICES
from practices.publications.listing import PUBLICATIONS
from practices.sheets.listing import SHEETS

LISTINGS = {
    "/api/v1/pratiques/": PRACTICES,
    "/api/v1/partenariats/": PARTNERSHIPS,
    "/api/v1/acteurs/": ACTORS,
    "/api/v1/financements/": FUNDING,
    "/api/v1/publications/": PUBLICATIONS,
    "/api/v1/agenda/": EVENTS,
    "/api/v1/fiches-reperes/": SHEETS,
    "/api/v1/retours-d-experience/": LESSONS,
}
# Too many to list: their form says enough.
PATTERNS = {"annee": "^(19[5-9][0-9]|20[0-9][0-9]|2100)$"}


def describe_filters(result: dict, **_) -> dict:
    """Complete the parameters of each list; a hook of drf-spectacular."""
    for path, listing in LISTINGS.items():
        facets = {facet.name: facet for facet in listing.facets}
        for parameter in result["paths"].get(path, {}).get("get", {}).get("parameters", ()):
            name = parameter["name"]
            if name in facets:
                parameter["description"] = str(facets[name].title)
                parameter["schema"]["items"] = values(listing, name)
            elif name == "q":
                parameter["description"] = "Mots cherchés dans les textes."
                parameter["schema"]["maxLength"] = LONGEST
            elif name == "tri":
                parameter["description"] = (
                    "Ordre : par pertinence avec une recherche, sinon par date."
                )
    return result


def values(listing, name: str) -> dict:
    if name in PATTERNS:
        return {"type": "string", "pattern": PATTERNS[name]}
    known = sorted(listing.labels()[name])
    return {"type": "string", "enum": known} if known else {"type": "string"}
