"""What is computed from the communes: populations, points, main département of each grouping."""

from collections import Counter, defaultdict

from aict.territories.build.points import Point, barycentre, french_places
from aict.territories.build.sources import row_key, typographic
from aict.territories.names import normalise

LYON, RHONE = "statut-particulier-69M", "departement-69"


def complete(lines: list[dict]) -> None:
    """Fills population, parents and coordinates of every current French row, in place."""
    communes = [line for line in lines if line["level"] == "commune"]
    known = french_places()
    points = commune_points(communes, known)
    members = members_by_parent(lines, communes)
    means = {parent: mean(owned, points) for parent, owned in members.items()}
    for line in lines:
        owned = members.get(row_key(line), [])
        if line["level"] == "commune":
            point = points.get(line["code"])
        else:
            sum_up(line, owned)
            point = means.get(row_key(line))
        near = (
            point or means.get(line["epci"]) or means.get(line["departement"]) or town(line, known)
        )
        if near:
            line["latitude"], line["longitude"] = f"{near.latitude:.4f}", f"{near.longitude:.4f}"
            line["approximate"] = int(point is None)


def town(line: dict, known: dict) -> Point | None:
    """The largest town of a département in which no commune was found."""
    departement = row_key(line) if line["level"] == "departement" else line["departement"]
    return known.get((departement.removeprefix("departement-"), ""), (0, None))[1]


def commune_points(communes: list[dict], known: dict) -> dict[str, Point]:
    """{INSEE code: point}. A merged commune takes the point of a commune it absorbed."""
    points = {}
    for line in communes:
        departement = line["departement"].removeprefix("departement-")
        for name in [line["name"], *line["absorbed"]]:
            _, point, place = known.get((departement, normalise(name)), (0, None, ""))
            if point:
                points[line["code"]] = point
                if name == line["name"] and normalise(place) != normalise(name):
                    line["other_names"] = typographic(place)
                break
    return points


def members_by_parent(lines: list[dict], communes: list[dict]) -> dict[str, list[dict]]:
    """{key of a parent: its communes}; the département du Rhône governs those outside Lyon's métropole."""
    members = defaultdict(list)
    for line in communes:
        for parent in ("departement", "region", "epci", "ept"):
            if line[parent]:
                members[line[parent]].append(line)
    for line in lines:
        for area in line["areas"]:
            if area.startswith("departement-"):
                members[row_key(line)].extend(members[area])
    members[RHONE] = [line for line in members[RHONE] if line["epci"] != LYON]
    return members


def sum_up(line: dict, owned: list[dict]) -> None:
    inhabited = [int(m["population"]) for m in owned if m["population"] != ""]
    line["population"] = sum(inhabited) if inhabited else ""
    if line["level"] in {"departement", "region"}:
        return
    for parent in ("departement", "region", "epci"):
        weights: Counter = Counter()
        for member in owned:
            weights[member[parent]] += int(member["population"] or 0) + 1
        several = line["level"] == "statut-particulier" and len(weights) > 1
        if weights and not several:
            main = weights.most_common(1)[0][0]
            line[parent] = "" if main == row_key(line) else main


def mean(owned: list[dict], points: dict[str, Point]) -> Point | None:
    placed = [m for m in owned if m["code"] in points]
    return barycentre([(int(m["population"] or 0), points[m["code"]]) for m in placed])
