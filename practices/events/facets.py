"""What an event is found by. Reads relations, writes nothing."""

from collections.abc import Iterator

from aict.listing.codes import place_codes, term_codes
from aict.taxonomies.enums import Level
from practices.events.enums import After

LONGEST = 5_000


def facets_of(event) -> list[str]:
    return sorted(set(codes_of(event)))


def codes_of(event) -> Iterator[str]:
    yield f"type:{event.type}"
    yield f"tenue:{event.state}"
    yield f"fin:{event.last_day.isoformat()}"
    yield f"annee:{event.span[0].year}"
    if way := event.way:
        yield f"lieu:{way.value}"
    yield from (f"categorie:{category}" for category in event.categories)
    yield from term_codes(event, "theme", "themes")
    if event.territory and event.territory.level != Level.FOREIGN:
        codes = place_codes(event.territory)
        yield from (code for code in codes if code.startswith(("region:", "departement:")))
    if event.minutes:
        yield f"suites:{After.MINUTES.value}"
    if event.replay:
        yield f"suites:{After.REPLAY.value}"


def words_of(event) -> str:
    """Names a reader may type: the type, the place, the programme, the themes."""
    words = [str(event.get_type_display())]
    if place := event.territory:
        words += [place.name, *(p.name for p in (place.departement, place.region) if p)]
    for session in event.sessions.all():
        words += [session.title, session.speaker]
    words += [theme.label for theme in event.themes.all()]
    return " · ".join(dict.fromkeys(word for word in words if word))[:LONGEST]
