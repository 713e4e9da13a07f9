"""What a publication is found by. Reads relations, writes nothing."""

from collections.abc import Iterator

from aict.listing.codes import term_codes

LONGEST = 5_000


def facets_of(publication) -> list[str]:
    return sorted(set(codes_of(publication)))


def codes_of(publication) -> Iterator[str]:
    yield f"statut:{publication.standing}"
    yield f"type:{publication.type}"
    if publication.language:
        yield f"langue:{publication.language}"
    if publication.year:
        yield f"annee:{publication.year}"
    yield from (f"categorie:{category}" for category in publication.categories)
    yield from term_codes(publication, "theme", "themes")


def words_of(publication) -> str:
    """Names a reader may type: its type, who publishes it, its themes."""
    words = [str(publication.get_type_display()), publication.publishers]
    words += [theme.label for theme in publication.themes.all()]
    return " · ".join(dict.fromkeys(word for word in words if word))[:LONGEST]
