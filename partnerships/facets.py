"""What partnerships, actors and funding are found by: their facet codes, and the words added to
their own text. Reads relations, writes nothing: prefetch them to go through many rows."""

from collections.abc import Iterable, Iterator

from aict.listing.codes import country_codes, place_codes, term_codes
from aict.taxonomies.enums import Level
from partnerships.enums import Arity

SEARCH_TEXT_LIMIT = 5_000


def facets_of_partnership(partnership) -> list[str]:
    return sorted(set(codes_of_partnership(partnership)))


def codes_of_partnership(partnership) -> Iterator[str]:
    parties = list(partnership.parties.all())
    for name in ("form", "stage", "origin"):
        if value := getattr(partnership, name):
            yield f"{NAMES[name]}:{value}"
    yield f"type:{arity_of(len(parties))}"
    yield from (f"categorie:{category}" for category in partnership.categories)
    yield from term_codes(partnership, "modalite", "modalities")
    yield from term_codes(partnership, "secteur", "sectors")
    yield from term_codes(partnership, "odd", "goals")
    for party in parties:
        if party.level == Level.FOREIGN:
            yield from country_codes([party.country])
        else:
            yield from place_codes(party)
    if year := year_of(partnership):
        yield f"annee:{year}"


NAMES = {"form": "forme", "stage": "stade", "origin": "origine"}


def year_of(partnership) -> int | None:
    """When it was signed, as far as we know."""
    signed = partnership.date_signed
    return signed.year if signed else partnership.year_signed


def arity_of(parties: int) -> str:
    known = {2: Arity.BILATERAL, 3: Arity.TRILATERAL}
    return known.get(parties, Arity.NETWORK).value


def words_of_partnership(partnership) -> str:
    words: list[str] = []
    for party in partnership.parties.all():
        parents = (party.departement, party.region)
        words += [party.name, party.country.name, *(p.name for p in parents if p)]
    words += [row.name for row in partnership.mobilised.all()]
    words += [str(partnership.get_form_display()), str(partnership.get_stage_display())]
    return joined(words, partnership.modalities, partnership.sectors)


def facets_of_actor(actor) -> list[str]:
    return sorted(set(codes_of_actor(actor)))


def codes_of_actor(actor) -> Iterator[str]:
    if actor.actor_type:
        yield f"type:{actor.actor_type.slug}"
    if actor.conditions:
        yield f"conditions:{actor.conditions}"
    yield from (f"categorie:{category}" for category in actor.categories)
    yield from term_codes(actor, "secteur", "sectors")
    yield from term_codes(actor, "apport", "offers")
    yield from country_codes([actor.country, *actor.countries_active.all()])
    if actor.seat:
        yield from place_codes(actor.seat)


def words_of_actor(actor) -> str:
    words = [actor.country.name, str(actor.actor_type or "")]
    words += [country.name for country in actor.countries_active.all()]
    if actor.seat:
        parents = (actor.seat.departement, actor.seat.region)
        words += [actor.seat.name, *(place.name for place in parents if place)]
    return joined(words, actor.sectors, actor.offers)


def facets_of_funding(funding) -> list[str]:
    return sorted(set(codes_of_funding(funding)))


def codes_of_funding(funding) -> Iterator[str]:
    for name, values in (
        ("nature", funding.aids),
        ("beneficiaire", funding.bodies),
        ("categorie", funding.categories),
        ("stade", funding.stages),
        ("groupe", zones(funding)),
    ):
        yield from (f"{name}:{value}" for value in values)
    for name in ("scale", "recurrence"):
        if value := getattr(funding, name):
            yield f"{FUNDING_NAMES[name]}:{value}"
    yield from term_codes(funding, "secteur", "sectors")
    for name, day in (("ouvre", funding.date_open), ("clot", funding.date_close)):
        if day:
            yield f"{name}:{day.isoformat()}"
    yield from (f"pays:{country.code}" for country in funding.eligible_countries())


FUNDING_NAMES = {"scale": "echelle", "recurrence": "recurrence"}


def zones(funding) -> list[str]:
    """Its groups of countries, or « monde »; « a-preciser » when nothing lists its countries."""
    if funding.worldwide:
        return ["monde"]
    return funding.country_groups or ([] if funding.countries.all() else ["a-preciser"])


def words_of_funding(funding) -> str:
    words = [funding.funder, funding.programme]
    words += [country.name for country in funding.countries.all()]
    return joined(words, funding.sectors)


def joined(words: Iterable[str], *taxonomies) -> str:
    labels = [term.label for taxonomy in taxonomies for term in taxonomy.all()]
    kept = dict.fromkeys(str(word) for word in [*words, *labels] if word)
    return " · ".join(kept)[:SEARCH_TEXT_LIMIT]
