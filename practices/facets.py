"""What a practice is found by: its facet codes and the words added to its own text."""

from collections.abc import Iterator

from aict.listing.codes import country_codes, place_codes, term_codes
from aict.listing.values import FIRST_YEAR, LAST_YEAR
from aict.taxonomies.enums import Status

LONGEST = 30
SEARCH_TEXT_LIMIT = 5_000


def facets_of(practice) -> list[str]:
    """Every code of `practice`, as "name:value", sorted and without repetition.

    Reads relations, writes nothing: prefetch them to go through many rows."""
    return sorted(set(codes_of(practice)))


def codes_of(practice) -> Iterator[str]:
    yield f"nature:{practice.nature}"
    yield f"preuve:{practice.evidence}"
    for category in [practice.category, *practice.secondary_categories]:
        yield f"categorie:{category}"
    yield from term_codes(practice, "modalite", "modalities")
    yield from term_codes(practice, "theme", "themes")
    yield from term_codes(practice, "secteur", "sectors")
    yield from term_codes(practice, "odd", "goals")
    yield from country_codes(countries_of(practice))
    for year in years_of(practice):
        yield f"annee:{year}"
    if practice.territory:
        yield from place_codes(practice.territory)


def countries_of(practice) -> list:
    return countries_of_values(practice.countries.all(), practice.partner_territories.all())


def countries_of_values(countries, territories) -> list:
    """Partner countries, and those of the partner territories, in the order of their names."""
    found = {country.code: country for country in countries}
    for territory in territories:
        found.setdefault(territory.country.code, territory.country)
    return sorted(found.values(), key=lambda country: country.name)


def years_of(practice) -> range:
    """Years during which it was going on; an open end stops at the last update while it lasts."""
    first = practice.period_start or (practice.date_start and practice.date_start.year)
    last = practice.period_end or (practice.date_end and practice.date_end.year)
    if not first and not last:
        return range(0)
    if not last:
        ongoing = practice.status in {Status.ONGOING, ""} and practice.updated_at
        last = practice.updated_at.year if ongoing else first
    first = max(first or last, FIRST_YEAR, last - LONGEST)
    return range(first, min(last, LAST_YEAR) + 1)


def search_text_of(practice) -> str:
    """Names a reader may type and that its text does not hold: places, themes, partners."""
    territory = practice.territory
    places = [territory, territory.departement, territory.region] if territory else []
    words = [practice.territory_name, *(place.name for place in places if place)]
    words += [territory.name for territory in practice.partner_territories.all()]
    words += [country.name for country in countries_of(practice)]
    for terms in (practice.modalities, practice.themes, practice.sectors):
        words += [term.label for term in terms.all()]
    words += [practice.get_category_display(), practice.get_nature_display()]
    words += [partner.name for partner in practice.partners.all()]
    words += [keyword.name for keyword in practice.keywords.all()]
    return " · ".join(str(word) for word in dict.fromkeys(words) if word)[:SEARCH_TEXT_LIMIT]
