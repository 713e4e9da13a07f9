"""An actor in a list: who it is, where, and what it can bring."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils.html import escape
from django.utils.translation import gettext

from aict.listing.cards import Card, Cards
from aict.taxonomies.models import Offer
from aict.ui.dates import long_date
from aict.ui.typography import french
from partnerships.models import Actor


def rows(ids: list[int]):
    """All that a card needs, in one query."""
    offers = Offer.objects.filter(actor=OuterRef("pk")).order_by("order")
    return (
        Actor.objects.published()
        .filter(pk__in=ids)
        .select_related("contribution", "actor_type", "country", "seat")
        .only(
            *("slug", "title", "acronym", "teaser", "categories", "actor_type__label"),
            *("country__name", "seat__name", "seat__level"),
            *("contribution__fictional", "contribution__verified_on"),
        )
        .annotate(offer_labels=ArraySubquery(offers.values("label")))
    )


def load(ids: list[int]) -> dict[int, Card]:
    return {actor.pk: card(actor) for actor in rows(ids)}


def card(actor: Actor) -> Card:
    return Card(
        url=actor.get_absolute_url(),
        category=actor.categories[0] if actor.categories else "",
        title=french(actor.name_and_acronym),
        teaser=french(actor.teaser),
        kicker=" · ".join(kicker(actor)),
        meta=escape(" · ".join(meta(actor))),
        fictional=actor.contribution.fictional,
    )


def kicker(actor: Actor):
    """Type · seat · country, unless it is here."""
    if actor.actor_type:
        yield actor.actor_type.label
    if actor.seat:
        yield actor.seat.name
    if actor.country_id != "FR" or not actor.seat:
        yield actor.country.name


def meta(actor: Actor):
    """What it brings, then how fresh it is."""
    if actor.offer_labels:
        yield ", ".join(actor.offer_labels)
    day = actor.contribution.verified_on
    yield gettext("Vérifié le %s") % long_date(day) if day else gettext("À vérifier")


CARDS = Cards(load)
