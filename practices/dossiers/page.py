"""What the elected official reads, on screen and on paper: the same words."""

import re
from dataclasses import asdict, dataclass
from datetime import date

from django.conf import settings

from aict.ui.dates import long_date
from practices.dossiers.models import Dossier, DossierItem
from practices.dossiers.told import tell
from practices.dossiers.told.words import Told

MOST_FIGURES = 3
# Words read in a minute.
PACE = 220


@dataclass(frozen=True)
class Piece:
    """One item. `told` is none once it was withdrawn from the site."""

    number: int
    title: str
    note: str
    told: Told | None
    # Those that may be shown at large.
    figures: list[tuple[str, str]]


@dataclass(frozen=True)
class Figure:
    """Read across a room: its value, what it counts, whose it is, the item that says more."""

    value: str
    label: str
    who: str
    number: int


@dataclass(frozen=True)
class Page:
    title: str
    audience: str
    author: str
    ask: str
    deadline: date | None
    intro: str
    figures: list[Figure]
    pieces: list[Piece]
    contact: str
    phone: str
    fictional: bool
    minutes: int

    @property
    def phone_address(self) -> str:
        return "tel:" + re.sub(r"[^\d+]", "", self.phone) if self.phone else ""

    def as_json(self) -> dict:
        """For the printed document: plain texts, whole addresses."""
        told = asdict(self)
        told["deadline"] = long_date(self.deadline) if self.deadline else ""
        for piece in told["pieces"]:
            if piece["told"]:
                piece["told"]["url"] = settings.SITE_URL + piece["told"]["url"]
        return told


def page_of(dossier: Dossier) -> Page:
    items = list(dossier.items.select_related("contribution"))
    told = tell(item.contribution for item in items)
    pieces = [piece(number, item, told) for number, item in enumerate(items, start=1)]
    return Page(
        title=dossier.title,
        audience=dossier.audience,
        author=dossier.author,
        ask=dossier.ask,
        deadline=dossier.deadline,
        intro=dossier.intro,
        figures=figures(pieces),
        pieces=pieces,
        contact=dossier.contact,
        phone=dossier.phone,
        fictional=dossier.fictional or any(p.told.fictional for p in pieces if p.told),
        minutes=minutes(dossier, pieces),
    )


def piece(number: int, item: DossierItem, told: dict[int, Told]) -> Piece:
    found = told.get(item.contribution_id)
    title = found.title if found else item.title
    return Piece(number, title, item.note, found, chosen(item, found.figures) if found else [])


def chosen(item: DossierItem, known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The figures of an item, that of its officer's choice alone when there is one."""
    if item.figure == DossierItem.NONE:
        return []
    return [pair for pair in known if pair[1] == item.figure] or known


def figures(pieces: list[Piece]) -> list[Figure]:
    """Three at most: the first of each item, then the second ones."""
    ranked = [
        (rank, Figure(value, label, owner(one.told), one.number))
        for one in pieces
        if one.told
        for rank, (value, label) in enumerate(one.figures)
    ]
    ranked.sort(key=lambda pair: pair[0])
    return sorted((figure for _rank, figure in ranked[:MOST_FIGURES]), key=lambda f: f.number)


def owner(told: Told) -> str:
    return told.who.partition(" · ")[0]


def minutes(dossier: Dossier, pieces: list[Piece]) -> int:
    """How long it takes to read, never less than one."""
    texts = [dossier.title, dossier.ask, dossier.intro, dossier.contact]
    for one in pieces:
        texts += [one.title, one.note]
        if one.told:
            texts += [one.told.idea, one.told.who, *(words for _label, words in one.told.facts)]
            texts += [label for _value, label in one.told.figures]
    return max(1, round(sum(len(text.split()) for text in texts) / PACE))
