"""The same list as a spreadsheet: one line per actor, every filter of the page."""

from collections.abc import Iterator

from django.conf import settings
from django.http import QueryDict, StreamingHttpResponse

from aict.taxonomies.enums import Category
from aict.ui.transfer import csv_response
from partnerships.actors.filters import ActorFilter
from partnerships.models import Actor

HEADER = (
    *("nom", "sigle", "adresse", "type", "pays", "siège", "code du siège", "en une phrase"),
    *("catégories", "apports", "ce qu’il apporte", "pays d’intervention", "secteurs"),
    *("conditions", "précisions", "site", "contact public", "source", "adresse de la source"),
    *("vérifié le", "vérifié par", "exemple fictif"),
)
RELATED = ("offers", "countries_active", "sectors")


def csv(data: QueryDict) -> StreamingHttpResponse:
    """Everything that answers `data` (already checked)."""
    found = ActorFilter(data, Actor.objects.published()).qs
    found = found.select_related("contribution", "actor_type", "country", "seat")
    rows = found.prefetch_related(*RELATED).iterator(chunk_size=500)
    return csv_response("acteurs.csv", HEADER, (line(actor) for actor in rows))


def line(actor: Actor) -> Iterator[object]:
    contribution = actor.contribution
    yield from (actor.title, actor.acronym, settings.SITE_URL + actor.get_absolute_url())
    yield from (actor.actor_type, actor.country)
    yield from (actor.seat.name, actor.seat.code) if actor.seat else ("", "")
    yield actor.teaser
    yield ", ".join(str(Category(category).label) for category in actor.categories)
    yield names(actor.offers)
    yield actor.offer_text
    yield names(actor.countries_active)
    yield names(actor.sectors)
    yield from (actor.get_conditions_display(), actor.conditions_text)
    yield from (actor.website, actor.shown_contact, actor.source, actor.source_url)
    yield from (contribution.verified_on, contribution.get_verified_by_display())
    yield "oui" if contribution.fictional else "non"


def names(related) -> str:
    return ", ".join(str(row) for row in related.all())
