"""Which column is what, told by the headings alone: in French, in English, or as Wikidata exports them."""

from dataclasses import dataclass

from aict.imports.lines import Line, UnreadableError
from aict.imports.reading import heading_place
from aict.territories.names import normalise

ONE, OTHER = "one", "other"
PLACE = {
    "name": "",
    "country": "pays;country;countrylabel;etat",
    "latitude": "latitude;lat",
    "longitude": "longitude;long;lon;lng",
    "population": "population;habitants",
    "inside": "departement;region;province;admin1;etat federe",
    "code": "code;code insee;insee;siren;geonames",
}
ONES = (
    "francais;francaise;france;collectivite;collectivite francaise;commune;commune francaise;ville francaise;"
    "origin;origine;territoire francais;cote francais;french;ville 1;partie 1;territoire 1"
)
OTHERS = (
    "etranger;etrangere;partenaire;collectivite etrangere;collectivite partenaire;ville etrangere;"
    "ville partenaire;territoire etranger;territoire partenaire;commune etrangere;destination;sister city;"
    "foreign;partner;ville 2;partie 2;territoire 2;jumelle;ville jumelle;ville jumelee"
)
ALONE = {
    (ONE, "name"): f"{ONES};ville;city;town;nom;territoire;origincitylabel;origincity;origin city",
    (OTHER, "name"): f"{OTHERS};sistercitylabel;sistercity;partner city;twin town;jumelage avec",
    (OTHER, "country"): "pays;country;pays partenaire;pays etranger;destination countrylabel",
    (ONE, "country"): "origincountry;pays d origine",
    (ONE, "inside"): "departement;region",
    (ONE, "code"): "code insee;insee;siren",
    (
        "",
        "year",
    ): "annee;annee de signature;signature;depuis;date;year;since;signed;date de signature",
    ("", "form"): "forme;type;nature;type de partenariat;form;type de lien",
    ("", "url"): "lien;url;adresse;source url;page",
}
Slot = tuple[str, str]


@dataclass(frozen=True)
class Columns:
    """The line of the headings, their names, and the place of each thing known."""

    header: int
    headings: list[str]
    places: dict[Slot, int]


def columns_of(lines: list[Line]) -> Columns:
    """Raises UnreadableError when what no link can do without is lacking."""
    if not lines:
        raise UnreadableError("Ce fichier est vide.")
    known = known_headings()
    line = lines[heading_place(lines, set(known))]
    places: dict[Slot, int] = {}
    for place, cell in enumerate(line.cells):
        slot = known.get(normalise(cell))
        if slot:
            places.setdefault(slot, place)
    if lacking := [words for slot, words in NEEDED.items() if slot not in places]:
        read = ", ".join(f"« {cell} »" for cell in line.cells if cell.strip())
        raise UnreadableError(
            f"Il manque {' et '.join(lacking)}. Colonnes lues\u202f: {read[:150] or 'aucune'}."
        )
    return Columns(line.number, [" ".join(cell.split()) for cell in line.cells], places)


NEEDED = {
    (ONE, "name"): "la colonne de la collectivité française (« commune »)",
    (OTHER, "name"): "celle du territoire étranger (« ville partenaire »)",
    (OTHER, "country"): "celle de son pays (« pays »)",
}


def known_headings() -> dict[str, Slot]:
    """{normalised heading: what it holds}."""
    found: dict[str, Slot] = {}
    for slot, names in ALONE.items():
        for name in names.split(";"):
            found.setdefault(name, slot)
    for side, prefixes in ((ONE, ONES), (OTHER, OTHERS)):
        for prefix in prefixes.split(";"):
            for what, words in PLACE.items():
                for word in filter(None, words.split(";")):
                    for name in names_of(prefix, word):
                        found.setdefault(name, (side, what))
    return found


def names_of(side: str, word: str) -> list[str]:
    """« origin lat », « originlat », « latitude du partenaire »."""
    return [
        f"{side} {word}",
        f"{side}{word}",
        *(f"{word} {of}{side}" for of in ("", "du ", "de la ")),
    ]
