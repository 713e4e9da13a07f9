"""What, in a text, might tell who wrote it: shown to whoever prepares a quote, never changed by itself."""

import re
from dataclasses import dataclass

TITLE = r"(?:M\.|Mme|Mlle|Monsieur|Madame)"
WORD = rf"(?!{TITLE}\s)[A-ZÀ-ÖØ-Þ][\w’'-]+"
FOUND = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<link>(?:https?://|www\.)\S+)"
    rf"|(?P<person>\b{TITLE}\s+{WORD}(?:\s{WORD})*)"
    r"|(?P<phone>(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4})"
    r"|(?P<number>\d[\d\s.,]*\d\s?(?:€|%|habitants|agents|ETP)?|\d)"
    r"|(?P<name>" + WORD + r"(?:[\s-](?:(?:de|du|des|la|le|les|l’|en|sur)[\s-])*" + WORD + r")*)"
)
KINDS = {
    "mail": "une adresse électronique",
    "link": "une adresse de site",
    "phone": "un numéro de téléphone",
    "person": "un nom de personne",
    "number": "un nombre ou une date",
    "name": "un nom propre, un lieu ou un sigle",
}
# What no quote may hold.
FORBIDDEN = frozenset({KINDS["mail"], KINDS["link"], KINDS["phone"], KINDS["person"]})
ENDS = ".!?…:«»\n•-–"


@dataclass(frozen=True)
class Part:
    """A piece of a text; `why` says what it may tell, "" when nothing."""

    text: str
    why: str = ""


def parts(text: str) -> list[Part]:
    """The text, cut where something may tell who wrote it."""
    found, at = [], 0
    for match in FOUND.finditer(text):
        kind = match.lastgroup or "name"
        if kind == "name" and begins_sentence(text, match):
            continue
        found += [Part(text[at : match.start()]), Part(match.group(), KINDS[kind])]
        at = match.end()
    return [part for part in [*found, Part(text[at:])] if part.text]


def begins_sentence(text: str, match: re.Match) -> bool:
    """One word with a capital, because a sentence begins."""
    before = text[: match.start()].rstrip()
    alone = not re.search(r"[\s-]", match.group()) and not match.group().isupper()
    return alone and (not before or before[-1] in ENDS)


def told(text: str) -> list[str]:
    """Kinds of things found, each once, in words."""
    return list(dict.fromkeys(part.why for part in parts(text) if part.why))
