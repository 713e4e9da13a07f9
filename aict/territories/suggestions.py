"""What is proposed while a name, an INSEE code or a SIREN is typed.

Exact names come first, then names that hold the words typed, the largest first; names that only look
alike complete a short list. Plain SQL, because the ORM takes longer than PostgreSQL here."""

# ruff: noqa: S608 (statements are made of this module's constants)

import re
from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from aict.territories.country_suggestions import suggest_countries
from aict.territories.models import Level, detail_of
from aict.territories.names import normalise, proper_name
from aict.territories.suggested import SIZE, Suggestion, label_of

FRENCH, FOREIGN, EVERYWHERE, COUNTRIES = "collectivites", "etranger", "tout", "pays"
SCOPES = (FRENCH, FOREIGN, EVERYWHERE, COUNTRIES)
LONGEST = 200
# A name that begins with what is typed counts as much as one this many times larger.
PREFIX_BONUS = 5
CODE = re.compile(r"\d{2,9}|2[AB]\d{0,3}")
SMALL_WORDS = {"de", "du", "des", "d", "l", "le", "la", "les", "et", "en", "sur", "sous", "a", "au"}


class Row(NamedTuple):
    key: str
    level: str
    kind: str
    name: str
    departement: str | None
    region: str | None
    country: str
    search_text: str
    weight: float


def problem_with(query: str) -> str:
    """Why this cannot be looked for, in a sentence; "" when it can."""
    if "\x00" in query:
        return _("La recherche contient un caractère interdit.")
    if len(query) > LONGEST:
        return _("La recherche est trop longue : %(limit)s caractères au plus.") % {
            "limit": LONGEST
        }
    return ""


def suggest(query: str, scope: str = FRENCH, size: int = SIZE) -> list[Suggestion]:
    """At most `size` territories or countries, best first; none for an empty query."""
    if scope == COUNTRIES:
        return suggest_countries(query, size)
    found: dict[Row, tuple] = {}
    for place in (FRENCH, FOREIGN) if scope == EVERYWHERE else (scope,):
        found |= ranked(query, place)
    best = sorted(found, key=found.__getitem__)[:size]
    return [suggestion_of(row, exact=found[row][0] == 0) for row in best]


def suggestion_of(row: Row, exact: bool) -> Suggestion:
    detail = detail_of(row.level, row.kind, row.departement, row.region, row.country)
    return Suggestion(row.key, row.name, detail, label_of(row.name, detail), exact)


def ranked(query: str, place: str) -> dict[Row, tuple]:
    """{row: rank} of what matches at that place; the smaller the rank, the better."""
    names = [proper_name(query), normalise(query)]
    if not names[0]:
        return {}
    code = query.replace(" ", "").upper()
    if place == FRENCH and CODE.fullmatch(code):
        found = select(BY_CODE, place, {"code": f"{code}%"})
        return {row: (int(len(found) > 1), -row.weight) for row in found}
    ranks = {row: rank_of(row, names) for row in by_words(names, place)}
    if len(ranks) < SIZE // 2 and len(names[0]) > 3:
        known = {row.key for row in ranks}
        for row in select(ALIKE, place, {"text": names[0]}):
            if row.key not in known:
                ranks[row] = (2, -row.weight)
    return ranks


def by_words(names: list[str], place: str) -> list[Row]:
    typed = names[0].split()
    words = [word for word in typed if word not in SMALL_WORDS] or typed
    patterns = {f"word{number}": f"% {word}%" for number, word in enumerate(words[:8])}
    holding = " AND ".join(f"search_text LIKE %({name})s" for name in patterns)
    return select(BY_WORDS.replace("{holding}", holding), place, {"exact": names, **patterns})


def rank_of(row: Row, names: list[str]) -> tuple:
    if any(f"| {name} |" in f"|{row.search_text}" for name in names):
        # Of two namesakes, a commune or a département comes before the grouping named after it.
        return 0, row.level == Level.EPCI, -row.weight
    return 1, -row.weight * (PREFIX_BONUS if row.search_text.startswith(f" {names[0]}") else 1)


PROPOSED = "territories_territory WHERE valid_to IS NULL AND is_authority AND level {here}"
LABELS = """
SELECT t.key, t.level, t.kind, t.name, d.name, r.name, c.name, t.search_text, t.weight FROM ({rows}) t
LEFT JOIN territories_territory d ON d.id = t.departement_id
LEFT JOIN territories_territory r ON r.id = t.region_id
JOIN territories_country c ON c.code = t.country_id"""
COLUMNS = "key, level, kind, name, departement_id, region_id, country_id, search_text, "
BY_CODE = LABELS.format(
    rows=f"SELECT {COLUMNS} weight FROM {PROPOSED} "
    " AND (code LIKE %(code)s OR (siren <> '' AND siren LIKE %(code)s))"
    f" ORDER BY weight DESC LIMIT {SIZE}"
)
BY_WORDS = LABELS.format(
    rows=f"(SELECT {COLUMNS} weight FROM {PROPOSED} AND search_name = ANY(%(exact)s)"
    f" ORDER BY weight DESC LIMIT {2 * SIZE}) UNION"
    f" (SELECT {COLUMNS} weight FROM {PROPOSED} AND {{holding}}"
    f" ORDER BY weight DESC LIMIT {3 * SIZE})"
)
# The likeness of the nearest part, then of the whole, then a little of the size.
ALIKE = LABELS.format(
    rows=f"SELECT {COLUMNS} word_similarity(%(text)s, search_text)"
    f" + similarity(search_name, %(text)s) / 2 + ln(weight + 1) / 50 AS weight"
    f" FROM {PROPOSED} AND search_text %%> %(text)s ORDER BY weight DESC LIMIT {SIZE}"
)


def select(statement: str, place: str, parameters: dict) -> list[Row]:
    here = "= 'etranger'" if place == FOREIGN else "<> 'etranger'"
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("{here}", here), parameters)
        return [Row(*row) for row in cursor.fetchall()]
