"""What, in a text, could lead to somebody: said in words to those who check. It never decides."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from aict.taxonomies.enums import Level
from aict.territories.bands import bounds_of
from aict.territories.models import Country, Territory
from aict.territories.names import normalise

# Fewer authorities than that are a group whose members know each other.
LEAST = 5
LONGEST_NAME = 5
# Places have these names too, and a sentence often begins with them.
SMALL_WORDS = set(
    "a au aux ce ces cet cette de des du elle elles en et eux il ils je la le les leur leurs lui ma mais me mes"
    " mon ni nos notre nous on or ou par pas pour qu que qui sa sans se ses si son sur ta te tes ton tous tout"
    " toute toutes tu un une us vers vos votre vous y aucun aucune bien chaque deux trois rien".split()
)
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SENTENCE = re.compile(r"(?:^|[.!?…:]\s+|\n)\s*[«\"(]?\s*$")
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
PATTERNS = [
    ("une adresse électronique", re.compile(r"\S+@\S+\.\w+")),
    ("une adresse de site", re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)),
    ("un numéro de téléphone", re.compile(r"(?:\+33|\b0)\s?[1-9](?:[\s.-]?\d{2}){4}\b")),
    (
        "une date",
        re.compile(
            rf"\b(?:\d{{1,2}}(?:er)?\s+)?(?:{MONTHS})\b(?:\s+\d{{4}})?|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b"
            r"|\b(?:19|20)\d{2}\b",
            re.IGNORECASE,
        ),
    ),
    ("un montant", re.compile(r"\b\d[\d\s\u00a0\u202f.,]*\s?(?:k|M|Md)?(?:€|euros?\b)", re.IGNORECASE)),
    ("un pourcentage", re.compile(r"\b\d+(?:[.,]\d+)?\s?%")),
    ("un nombre précis", re.compile(r"(?<![\d.,])\d{3,}(?![\d.,]*\d)")),
    ("un sigle", re.compile(r"\b[A-ZÉÈÀ]{2,7}\b")),
    ("une citation", re.compile(r"«\s*[^»]{15,}»")),
]  # fmt: skip


@dataclass(frozen=True)
class Trace:
    """What was found, and what it is."""

    found: str
    what: str


def authorities_like(level: str, band: str, region: Territory | None = None) -> int:
    """How many French authorities have that type and that size today; an empty mark is any."""
    rows = Territory.objects.current().authorities().french()
    if level:
        rows = rows.at_level(level)
    if band:
        floor, beyond = bounds_of(band)
        rows = rows.filter(population__gte=floor)
        rows = rows.filter(population__lt=beyond) if beyond else rows
    return rows.filter(region=region).count() if region else rows.count()


def traces(texts: Iterable[str], places: Collection[str]) -> list[Trace]:
    """Every trace of some texts, once each. `places` are the names found in them that are places."""
    found: dict[str, Trace] = {}
    for text in texts:
        for what, words in patterned(text):
            found.setdefault(words.lower(), Trace(words, what))
        for words in candidates(text):
            if normalise(words) in places:
                found.setdefault(words.lower(), Trace(words, "un lieu ou un pays"))
        for word in proper(text):
            found.setdefault(word.lower(), Trace(word, "un nom propre, peut-être"))
    return list(found.values())


def patterned(text: str) -> list[tuple[str, str]]:
    """(what it is, words) of each pattern found; what stands inside another is said once."""
    found, taken = [], []
    for what, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(start < last and first < end for first, last in taken):
                taken.append((start, end))
                found.append((what, " ".join(match[0].split())))
    return found


def candidates(text: str) -> set[str]:
    """Groups of words that begin with a capital and might be a name."""
    words = [(match[0], match.start(), match.end()) for match in WORD.finditer(text)]
    groups = set()
    for first, (word, start, _end) in enumerate(words):
        if word[0].isupper():
            for last in range(first, min(first + LONGEST_NAME, len(words))):
                groups.add(text[start : words[last][2]])
    return groups


def proper(text: str) -> list[str]:
    """Words with a capital inside a sentence: nobody puts one there for nothing."""
    return [
        match[0]
        for match in WORD.finditer(text)
        if match[0][0].isupper()
        and not match[0].isupper()
        and not SENTENCE.search(text[: match.start()])
    ]


def known_places(texts: Iterable[str]) -> set[str]:
    """Normalised names of territories and countries that some texts hold; two queries."""
    names = {normalise(words) for text in texts for words in candidates(text)}
    names -= SMALL_WORDS | {""}
    territories = Territory.objects.filter(search_name__in=names)
    found = set(territories.values_list("search_name", flat=True))
    countries = Country.objects.values_list("name", "name_en", "other_names")
    for name, english, others in countries:
        found |= {normalise(word) for word in (name, english, *others)} & names
    return found


def crossing(level: str, band: str, region: Territory | None) -> list[str]:
    """What type and size reveal together, in the whole country and in the author's own region."""
    words = Level(level).label if level else "toutes les collectivités"
    everywhere = authorities_like(level, band)
    said = []
    if everywhere < LEAST:
        said.append(
            f"Type et taille ne désignent que {everywhere} collectivités en France ({words}) : "
            "élargissez l’un des deux, sans quoi rien ne pourra être vérifié."
        )
    if region:
        here = authorities_like(level, band, region)
        if 0 < here < LEAST:
            said.append(
                f"Dans la région de la personne qui raconte, on n’en compte que {here} : "
                "rien dans le texte ne doit laisser deviner la région."
            )
    return said
