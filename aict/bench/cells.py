"""What is measured: seeded addresses of each kind of page."""

import random
from collections.abc import Iterator
from itertools import cycle
from urllib.parse import quote, urlencode

from aict.bench import survey
from aict.listing.listed import Listed
from aict.pages.elected.concerns import CONCERNS
from partnerships.models import Actor, Funding, Partnership
from practices import volume
from practices.models import Practice
from practices.sheets.models import Sheet

QUERIES = 200


def listing() -> list[str]:
    """Nothing chosen, one value, two facets, two values of one facet; some on the second page."""
    return filtered("/pratiques/", Practice)


def filtered(address: str, model: type[Listed]) -> list[str]:
    chance = random.Random(11)  # noqa: S311
    codes = codes_used(model)
    found = []
    for number in range(QUERIES):
        chosen = chance.sample(codes, k=number % 4)
        pairs = [pair(code) for code in chosen]
        found.append(f"{address}?{urlencode(pairs)}" if pairs else address)
    return found


def partnerships() -> list[str]:
    """As for practices, on the links of partnerships/volume.py."""
    return filtered("/partenariats/", Partnership)


def maps() -> list[str]:
    """The page, then what its script asks: half of each, with the same filters."""
    pages = filtered("/partenariats/carte/", Partnership)[: QUERIES // 2]
    points = [page.replace("/carte/", "/carte/points.json") for page in pages]
    return [address for both in zip(pages, points, strict=True) for address in both]


def territory() -> list[str]:
    """Territories that have partnerships, French and foreign."""
    through = Partnership.parties.through.objects.order_by("pk")[: QUERIES * 2]
    keys = dict.fromkeys(through.values_list("territory__key", flat=True))
    return [f"/territoires/{key}/" for key in keys][:QUERIES]


def pair(code: str) -> tuple[str, str]:
    """A facet's code as a parameter of the list."""
    name, _, value = code.partition(":")
    return name, value


def codes_used(model: type[Listed] = Practice) -> list[str]:
    """Codes that many rows carry, so that pages are full."""
    counts: dict[str, int] = {}
    for codes in model.objects.order_by("id").values_list("facets", flat=True)[:1_000]:
        for code in codes:
            counts[code] = counts.get(code, 0) + 1
    return sorted(counts, key=lambda code: (-counts[code], code))[:60]


def search() -> list[str]:
    """One to three words, a third of them misspelt; one query in four with a filter."""
    chance = random.Random(12)  # noqa: S311
    codes = codes_used()[:12]
    found = []
    for number, text in enumerate(volume.queries(QUERIES)):
        pairs = [("q", text)]
        if number % 4 == 3:
            name, _colon, value = chance.choice(codes).partition(":")
            pairs.append((name, value))
        found.append(f"/pratiques/?{urlencode(pairs)}")
    return found


def detail() -> list[str]:
    chance = random.Random(13)  # noqa: S311
    return [
        f"/pratiques/mesure-{chance.randint(1, Practice.objects.count())}/" for _ in range(QUERIES)
    ]


def autocomplete() -> list[str]:
    texts = [
        "greno",
        "lyo",
        "st etien",
        "saint-den",
        "38185",
        "bretag",
        "isere",
        "marseil",
        "tolouse",
    ]
    return [f"/territoires/chercher/?q={quote(text)}" for text in texts]


def directories() -> list[str]:
    """Actors, funding, fiches and their pages, agenda: short lists, beside the large one."""
    lists = [*filtered("/acteurs/", Actor)[:40], *filtered("/financements/", Funding)[:40]]
    pages = [row.get_absolute_url() for row in [*Actor.objects.all()[:30], *Funding.objects.all()]]
    sheets = ["/fiches-reperes/", *(row.get_absolute_url() for row in Sheet.objects.all())]
    return [*lists, *pages, *(sheets * 10), *(["/agenda/"] * 10)]


def observatory() -> list[str]:
    """The whole state of play, then narrowed by what the list is narrowed by."""
    return [page.replace("/pratiques/", "/observatoire/") for page in listing()[: QUERIES // 4]]


def elected() -> list[str]:
    """Every concern, for a territory that the practices come from."""
    keys = list(Practice.objects.values_list("territory__key", flat=True)[:25])
    asked = [(concern.slug, key) for key in keys for concern in CONCERNS]
    return [f"/elus/?territoire={key}&sujet={slug}&temps=10" for slug, key in asked]


def comparison() -> list[str]:
    """Three practices side by side."""
    chance = random.Random(14)  # noqa: S311
    last = Practice.objects.count()
    trios = [chance.sample(range(1, last + 1), 3) for _ in range(QUERIES)]
    return ["/pratiques/comparer/?" + "&".join(f"p=mesure-{n}" for n in trio) for trio in trios]


CELLS = {
    "list": listing,
    "search": search,
    "detail": detail,
    "autocomplete": autocomplete,
    "partnerships": partnerships,
    "map": maps,
    "territory": territory,
    "directories": directories,
    "observatory": observatory,
    "elected": elected,
    "compare": comparison,
    "results": survey.results,
}
# Those of which the database alone is measured too.
FLOORED = {"list", "search", "detail"}
FLOORS = {"vide": "/mesures/vide/", "gabarit": "/mesures/gabarit/"}


def paths(name: str) -> Iterator[str]:
    """The addresses of a cell or of a floor, for ever."""
    return cycle([FLOORS[name]] if name in FLOORS else CELLS[name]())
