"""Which authority a text names: by INSEE code, SIREN or name, for a whole column in one query."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from aict.taxonomies.enums import Level
from aict.territories.models import Territory
from aict.territories.names import normalise, proper_name

CODE = re.compile(r"\d{2,5}|2[AB]\d{0,3}|\d{9}")
# « Saint-Denis (93) », « Saint-Denis (Seine-Saint-Denis) »
WITH_PLACE = re.compile(r"(.+?)\s*\(([^()]+)\)\s*$")
FIRST_WORDS = (
    (("commune", "ville", "mairie"), Level.COMMUNE),
    (("departement", "conseil departemental"), Level.DEPARTEMENT),
    (("region", "conseil regional"), Level.REGION),
    (("metropole",), Level.METROPOLE),
    (("cc", "ca", "cu", "communaute"), Level.EPCI),
)


@dataclass(frozen=True)
class Place:
    """The key and id of the authority, or why there is none."""

    key: str = ""
    pk: int | None = None
    remark: str = ""


def find_places(texts: Iterable[str]) -> dict[str, Place]:
    """{text: Place} for each different text of a column."""
    asked = {text: Asked.of(text) for text in set(texts)}
    names = {name for one in asked.values() for name in one.names}
    codes = {one.code for one in asked.values() if one.code}
    known = known_by_name(names, codes)
    return {text: one.settled(known) for text, one in asked.items()}


def known_by_name(names: set[str], codes: set[str]) -> dict[str, list[Territory]]:
    """Authorities by each of their names and codes."""
    rows = Territory.objects.current().authorities().french().select_related("departement")
    wanted = Q(search_name__in=names) | Q(code__in=codes) | Q(siren__in=codes - {""})
    found: dict[str, list[Territory]] = defaultdict(list)
    for row in rows.filter(wanted):
        own = {name.strip() for name in row.search_text.split("|")} | {row.code, row.siren}
        for name in own - {""}:
            found[name].append(row)
    return found


@dataclass(frozen=True)
class Asked:
    text: str
    names: tuple[str, ...]
    code: str = ""
    level: str = ""
    inside: str = ""

    @classmethod
    def of(cls, text: str) -> "Asked":
        compact = text.replace(" ", "").upper()
        if CODE.fullmatch(compact):
            return cls(text, (), compact)
        found = WITH_PLACE.fullmatch(text.strip())
        name, inside = found.groups() if found else (text, "")
        plain = normalise(name)
        level = next(
            (lv for words, lv in FIRST_WORDS if plain.startswith(tuple(f"{w} " for w in words))), ""
        )
        return cls(text, tuple(dict.fromkeys([plain, proper_name(name)])), "", level, inside)

    def settled(self, known: dict[str, list[Territory]]) -> Place:
        keys = [self.code] if self.code else self.names
        found = list({row.pk: row for key in keys for row in known.get(key, [])}.values())
        if len(found) > 1:
            found = self.narrowed(found)
        if len(found) == 1:
            return Place(found[0].key, found[0].pk)
        if not found:
            return Place(
                remark=f"Collectivité inconnue : « {shortened(self.text)} », gardée telle quelle"
            )
        several = ", ".join(sorted(told(row) for row in found)[:4])
        return Place(
            remark=f"Plusieurs collectivités s’appellent « {shortened(self.text)} » "
            f"({several}) : précisez avec le code INSEE"
        )

    def narrowed(self, found: list[Territory]) -> list[Territory]:
        """By the level its first word tells, or the département in brackets."""
        inside = normalise(self.inside)
        kept = [
            row
            for row in found
            if (not self.level or self.level in row.levels)
            and (not inside or inside in names_of(row.departement))
        ]
        return kept or found


def names_of(departement: Territory | None) -> set[str]:
    if departement is None:
        return set()
    return {departement.code.lower(), *(n.strip() for n in departement.search_text.split("|"))}


def told(row: Territory) -> str:
    where = row.departement.code if row.departement else row.get_level_display()
    return f"{row.name} {row.code} ({where})"


def shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
