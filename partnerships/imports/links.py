"""From a line of a file to a link between two mentions, or the reason why it is none. Pure."""

import hashlib
import re
from dataclasses import dataclass, field

from aict.imports.lines import Line
from aict.territories.names import normalise
from aict.territories.querysets import FRENCH_CODES
from partnerships.imports.columns import ONE, OTHER, Columns
from partnerships.imports.countries import DISPUTED
from partnerships.imports.mention import Mention

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
TWINNING = re.compile(r"jumel|twin|sister|partnerstadt|gemell", re.IGNORECASE)
FRANCE = ("FR",)


@dataclass(eq=False)
class Link:
    """`problem`: why nothing can be made of the line, in words."""

    number: int
    cells: dict[str, str]
    french: Mention | None = None
    foreign: Mention | None = None
    year: int | None = None
    twinning: bool = False
    url: str = ""
    title: str = ""
    remarks: list[str] = field(default_factory=list)
    problem: str = ""

    @property
    def digest(self) -> str:
        return hashlib.sha256(repr(sorted(self.cells.items())).encode()).hexdigest()


class Reader:
    """Prepared once for a file."""

    def __init__(self, columns: Columns, countries: dict[str, tuple[str, ...]]):
        self.columns, self.countries = columns, countries

    def __call__(self, line: Line) -> Link:
        link = Link(line.number, self.cells_of(line), remarks=[*line.notes])
        one, other = (self.mention(line, side, link) for side in (ONE, OTHER))
        link.title = f"{one.name} – {other.name}"[:200]
        link.problem = self.problem_of(line, one, other)
        if not link.problem:
            link.french, link.foreign = (one, other) if one.countries == FRANCE else (other, one)
        self.add_facts(line, link)
        return link

    def text(self, line: Line, side: str, what: str) -> str:
        place = self.columns.places.get((side, what), -1)
        text = line.cells[place] if 0 <= place < len(line.cells) else ""
        return " ".join(UNSTORABLE.sub("", text).split())

    def cells_of(self, line: Line) -> dict[str, str]:
        names = self.columns.headings
        return {
            (names[place] if place < len(names) and names[place] else f"colonne {place + 1}"): (
                UNSTORABLE.sub("�", cell)
            )
            for place, cell in enumerate(line.cells)
            if cell
        }

    def mention(self, line: Line, side: str, link: Link) -> Mention:
        told = {what: self.text(line, side, what) for what in ("name", "country", "inside", "code")}
        country = told["country"] or ("France" if side == ONE else "")
        codes = self.countries.get(normalise(country), ())
        if set(codes) & set(FRENCH_CODES):
            codes = FRANCE
        point = self.point(line, side, link)
        own = codes[0] if len(codes) == 1 else ""
        if point[0] is not None:
            codes += tuple(other for code in codes for other in DISPUTED.get(code, "").split())
        population = number(self.text(line, side, "population"))
        return Mention(
            told["name"][:200],
            codes,
            *point,
            population=int(population) if population else None,
            inside=told["inside"],
            code=told["code"].upper(),
            own_country=own,
        )

    def point(self, line: Line, side: str, link: Link) -> tuple[float | None, float | None]:
        texts = [self.text(line, side, what) for what in ("latitude", "longitude")]
        if not any(texts):
            return None, None
        latitude, longitude = (number(text) for text in texts)
        if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
            link.remarks.append(f"Coordonnées illisibles, non reprises : {' ; '.join(texts)}")
            return None, None
        return latitude, longitude

    def problem_of(self, line: Line, one: Mention, other: Mention) -> str:
        if not one.name or not other.name:
            return "Un des deux noms manque"
        for side, mention in ((ONE, one), (OTHER, other)):
            if not mention.countries:
                told = self.text(line, side, "country")
                return f"Pays inconnu : « {told} »" if told else "Le pays manque"
        french = [mention.countries == FRANCE for mention in (one, other)]
        if all(french):
            return "Deux collectivités françaises : ce n’est pas une action internationale"
        return "" if any(french) else "Aucune collectivité française"

    def add_facts(self, line: Line, link: Link) -> None:
        """Only what the file says: no year, no form is guessed."""
        year = self.text(line, "", "year")
        found = YEAR.search(year)
        link.year = int(found.group()) if found else None
        if year and not found:
            link.remarks.append(f"Année illisible, non reprise : « {year[:60]} »")
        link.twinning = bool(TWINNING.search(self.text(line, "", "form")))
        url = self.text(line, "", "url")
        link.url = url[:500] if url.startswith(("https://", "http://")) else ""


def number(text: str) -> float | None:
    try:
        return float(text.replace(" ", "").replace("\u202f", "").replace(",", "."))
    except ValueError:
        return None
