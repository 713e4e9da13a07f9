"""A list of people to invite, as a file or as pasted lines: « e-mail ; collectivité ; service »."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from aict.imports.lines import Line, UnreadableError
from aict.imports.reading import lines_of, text_lines
from aict.territories.names import normalise

MOST = 10_000
# Signs of a cell that are looked at: no address is half as long.
LONGEST = 600
# What a column may be called.
KNOWN = {
    "email": {"email", "e mail", "mail", "courriel", "adresse electronique", "adresse mail"},
    "place": {"collectivite", "territoire", "organisme", "structure", "commune", "code insee"},
    "service": {"service", "direction", "pole"},
}
# « Claire Martin <claire@ville.example> »
ADDRESS = re.compile(r"[^\s<>;,]+@[^\s<>;,]+")


@dataclass(frozen=True)
class Guest:
    """One line: `trouble` says why nobody can be invited by it."""

    number: int
    email: str
    place: str = ""
    service: str = ""
    trouble: str = ""


def pasted(text: str) -> list[Guest]:
    """Raises UnreadableError."""
    return guests(line for line in text_lines(text) if not line.empty)


def sent(content: bytes, name: str) -> list[Guest]:
    """The same from a CSV file or a workbook. Raises UnreadableError."""
    return guests(lines_of(content, name))


def guests(found: Iterable[Line]) -> list[Guest]:
    lines = list(found)
    if not lines:
        raise UnreadableError("Cette liste est vide : écrivez au moins une adresse électronique.")
    if len(lines) > MOST:
        raise UnreadableError(f"Cette liste a plus de {MOST} lignes : coupez-la en deux.")
    columns = named(lines[0]) or guessed(lines)
    body = lines[1:] if named(lines[0]) else lines
    return [guest(line, columns) for line in body]


def named(line: Line) -> dict[str, int]:
    """The columns by their headings; {} when this line is not one of headings."""
    if any("@" in cell for cell in line.cells):
        return {}
    names = [normalise(cell) for cell in line.cells]
    found = {
        role: place
        for role, words in KNOWN.items()
        for place, name in reversed(list(enumerate(names)))
        if name in words
    }
    return found if "email" in found else {}


def guessed(lines: Sequence[Line]) -> dict[str, int]:
    """Without headings: the column with the addresses, then the others in the order they come."""
    width = max(len(line.cells) for line in lines)
    marks = [
        sum("@" in cell for line in lines for cell in line.cells[n : n + 1]) for n in range(width)
    ]
    email = marks.index(max(marks))
    others = [place for place in range(width) if place != email]
    return {"email": email, **dict(zip(("place", "service"), others, strict=False))}


def guest(line: Line, columns: dict[str, int]) -> Guest:
    told = {
        role: " ".join(line.cells[place].replace("\x00", "").split())
        for role, place in columns.items()
        if place < len(line.cells)
    }
    written = told.get("email", "")[:LONGEST]
    found = ADDRESS.search(written)
    email = found[0].lower() if found else ""
    place, service = told.get("place", "")[:120], told.get("service", "")[:120]
    return Guest(line.number, email or written, place, service, trouble_with(written, email))


def trouble_with(written: str, email: str) -> str:
    if not written:
        return "Il n’y a pas d’adresse électronique."
    if len(ADDRESS.findall(written)) > 1:
        return "Il y a plusieurs adresses : écrivez-en une par ligne."
    try:
        validate_email(email)
    except ValidationError:
        return f"« {shortened(written)} » n’est pas une adresse électronique."
    return "Cette adresse est trop longue." if len(email) > 254 else ""


def shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
