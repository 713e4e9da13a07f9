"""A partnership in a list."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext

from aict.listing.cards import Card, Cards
from aict.taxonomies.enums import Level
from aict.territories.models import Territory
from aict.ui.dates import long_date
from aict.ui.typography import french
from partnerships.facets import year_of
from partnerships.models import Partnership

MOST_NAMED = 4


def rows(ids: list[int]):
    """All that a card needs, in one query."""
    parties = Territory.objects.filter(partnerships=OuterRef("pk")).here_first()
    told = JSONObject(name="name", level="level", country="country__name")
    return (
        Partnership.objects.published()
        .filter(pk__in=ids)
        .select_related("contribution")
        .only(
            *("slug", "title", "teaser", "categories", "form", "stage", "date_signed"),
            *("date_end", "year_signed", "contribution__fictional"),
            "contribution__verified_on",
        )
        .annotate(told=ArraySubquery(parties.annotate(told=told).values("told")))
    )


def load(ids: list[int]) -> dict[int, Card]:
    return {row.pk: card(row) for row in rows(ids)}


def card(partnership: Partnership) -> Card:
    year = year_of(partnership)
    verified = partnership.contribution.verified_on
    return Card(
        url=partnership.get_absolute_url(),
        category=partnership.categories[0] if partnership.categories else "",
        title=french(partnership.title),
        teaser=french(partnership.teaser or between(partnership.told)),
        kicker=" · ".join(kicker(partnership)),
        meta=gettext("Vérifié le %s") % long_date(verified) if verified else gettext("À vérifier"),
        figure=str(year) if year else "",
        figure_label=gettext("année de signature"),
        fictional=partnership.contribution.fictional,
    )


def kicker(partnership: Partnership):
    """Form · stage · partner countries."""
    yield str(partnership.get_form_display() or gettext("Partenariat"))
    if partnership.stage:
        yield str(partnership.get_stage_display())
    yield ", ".join(
        dict.fromkeys(p["country"] for p in partnership.told if p["level"] == Level.FOREIGN)
    )


def between(parties: list[dict]) -> str:
    """« Entre Grenoble et Fès (Maroc) », for a partnership of which nothing else is told."""
    named = [
        f"{p['name']} ({p['country']})" if p["level"] == Level.FOREIGN else p["name"]
        for p in parties
    ]
    if len(named) > MOST_NAMED:
        rest = len(named) - MOST_NAMED + 1
        others = gettext("%s autres territoires") % rest
        named = [*named[: MOST_NAMED - 1], others]
    return gettext("Entre %(first)s et %(last)s") % {
        "first": ", ".join(named[:-1]),
        "last": named[-1],
    }


CARDS = Cards(load)
