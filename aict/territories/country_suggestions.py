"""Countries proposed while a name or a code is typed: 236 rows, compared in memory."""

from difflib import get_close_matches

from aict.territories.models import Country
from aict.territories.names import normalise
from aict.territories.suggested import SIZE, Suggestion

COLUMNS = ("code", "name", "continent", "iso3", "name_en", "other_names")


def suggest_countries(query: str, size: int = SIZE) -> list[Suggestion]:
    """By name in French or English, other name or ISO code; typos allowed."""
    typed = normalise(query)
    if not typed:
        return []
    countries = {row[0]: row for row in Country.objects.foreign().values_list(*COLUMNS)}
    names = {code: names_of(row) for code, row in countries.items()}
    ranks = {code: rank_of(typed, *known) for code, known in names.items()}
    found = sorted((code for code in ranks if ranks[code] < 4), key=lambda code: ranks[code])
    if len(found) < 3 and len(typed) > 3:
        codes = {name: code for code, (main, others) in names.items() for name in (main, *others)}
        near = get_close_matches(typed, codes, size, 0.7)
        found += [codes[name] for name in near]
    rows = [countries[code] for code in dict.fromkeys(found)][:size]
    return [
        Suggestion(code, name, continent, name, exact=ranks[code] == 0)
        for code, name, continent, *_ in rows
    ]


def names_of(row: tuple) -> tuple[str, list[str]]:
    """(normalised name, its other names and codes)."""
    code, name, _continent, iso3, name_en, other_names = row
    return normalise(name), [normalise(text) for text in (code, iso3, name_en, *other_names)]


def rank_of(typed: str, name: str, others: list[str]) -> int:
    """0 exact, 1 beginning of the name, 2 word of the name, 3 of another name, 4 nothing."""
    if typed == name or typed in others:
        return 0
    if name.startswith(typed):
        return 1
    if f" {typed}" in f" {name}":
        return 2
    return 3 if any(f" {typed}" in f" {other}" for other in others if len(other) > 3) else 4
