"""What a fiche is found by: its facet codes and the words added to its own text."""

from collections.abc import Iterator

from aict.listing.codes import term_codes
from aict.taxonomies.enums import Category, Level

SEARCH_TEXT_LIMIT = 5_000


def facets_of(sheet) -> list[str]:
    """Every code of `sheet`, sorted. Reads relations: prefetch them to go through many rows."""
    return sorted(set(codes_of(sheet)))


def codes_of(sheet) -> Iterator[str]:
    yield from (f"categorie:{category}" for category in sheet.categories)
    yield from term_codes(sheet, "theme", "themes")
    yield from term_codes(sheet, "odd", "goals")
    yield from (f"niveau:{level}" for level in sheet.levels or every_level())
    yield from (f"modalite:{tool.modality.slug}" for tool in sheet.tools.all() if tool.modality)


def every_level() -> list[str]:
    """A fiche that names no level is for all of them."""
    return [level for level in Level.values if level != Level.FOREIGN]


def words_of(sheet) -> str:
    """Its short lines, and the names it is made of: themes, tools, actors, words it explains."""
    words = [*sheet.in_brief, *sheet.objectives]
    words += [str(Category(slug).label) for slug in sheet.categories]
    words += [theme.label for theme in sheet.themes.all()]
    words += [tool.name for tool in sheet.tools.all()]
    words += [actor.name for actor in sheet.actors.all()]
    words += [term.term for term in sheet.terms.all()]
    return " · ".join(dict.fromkeys(filter(None, words)))[:SEARCH_TEXT_LIMIT]
