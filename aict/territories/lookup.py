"""From what a form holds (keys, codes, typed names) to rows, and back to labels."""

import re
from collections.abc import Iterable

from aict.taxonomies.enums import Level
from aict.territories.models import Country, Territory
from aict.territories.suggested import label_of

# Before a name that its author keeps though the list lacks it.
FREE = "libre:"
TERRITORY_KEY = re.compile(rf"(?:{'|'.join(Level.values)})-[0-9A-Za-z]{{1,20}}")
COUNTRY_CODE = re.compile(r"[A-Z]{2}")


# Mergers of mergers: how far a successor is followed.
FURTHEST = 5


def territories_by_key(keys: Iterable[str]) -> dict[str, Territory]:
    """{key asked: the territory that answers to it today}: the successor of one that ended, the
    authority that governs an area."""
    places = Territory.objects.with_places()
    found = places.in_bulk(set(keys), field_name="key")
    for _step in range(FURTHEST):
        moved = {key: t.successor_id or t.carried_by_id for key, t in found.items()}
        if not any(moved.values()):
            break
        later = places.in_bulk(set(filter(None, moved.values())))
        found |= {key: later[pk] for key, pk in moved.items() if pk}
    return found


def countries_by_code(codes: Iterable[str]) -> dict[str, Country]:
    return Country.objects.in_bulk(set(codes))


def labels_of(values: list[str]) -> dict[str, str]:
    """{value of a form: what a reader sees}: « commune-38185 » → « Grenoble (Commune · Isère) »."""
    keys = [value for value in values if TERRITORY_KEY.fullmatch(value)]
    codes = [value for value in values if COUNTRY_CODE.fullmatch(value)]
    labels = {value: value.removeprefix(FREE) for value in values}
    if keys:
        found = Territory.objects.with_places().in_bulk(keys, field_name="key")
        labels |= {key: label_of(t.name, t.detail) for key, t in found.items()}
    if codes:
        labels |= {code: country.name for code, country in countries_by_code(codes).items()}
    return labels
