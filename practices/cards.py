"""A practice in a list."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext

from aict.listing.cards import Card, Cards
from aict.territories.models import Country
from aict.ui.dates import long_date
from aict.ui.numbers import money, number
from aict.ui.typography import french
from practices.models import Practice, Result
from practices.reading.figures import BANDS

MOST_COUNTRIES = 3


def rows(ids: list[int]):
    """All that a card needs, in one query."""
    countries = Country.objects.filter(practice=OuterRef("pk")).order_by("name")
    results = Result.objects.filter(practice=OuterRef("pk")).order_by("order", "pk")
    figure = JSONObject(after="after", unit="unit", label="label")
    return (
        Practice.objects.published()
        .filter(pk__in=ids)
        .select_related("contribution", "territory")
        .only(
            *("slug", "nature", "title", "teaser", "category", "territory_name", "cost_band"),
            *("budget_total", "contribution__fictional", "contribution__verified_on"),
            *("territory__name", "territory__level"),
        )
        .annotate(
            country_names=ArraySubquery(countries.values("name")),
            first_results=ArraySubquery(results.annotate(figure=figure).values("figure")[:1]),
        )
    )


def load(ids: list[int]) -> dict[int, Card]:
    return {practice.pk: card(practice) for practice in rows(ids)}


def card(practice: Practice) -> Card:
    figure, figure_label = key_figure(practice)
    return Card(
        url=practice.get_absolute_url(),
        category=practice.category,
        title=french(practice.title),
        teaser=french(practice.teaser),
        kicker=" · ".join(kicker(practice)),
        meta=verified(practice.contribution.verified_on),
        figure=figure,
        figure_label=french(figure_label),
        fictional=practice.contribution.fictional,
    )


def kicker(practice: Practice):
    """Nature · level · territory · countries."""
    yield str(practice.get_nature_display())
    if practice.territory:
        yield str(practice.territory.get_level_display())
        yield practice.territory.name
    else:
        yield practice.territory_name
    names = practice.country_names
    if names:
        more = len(names) - MOST_COUNTRIES
        shown = ", ".join(names[:MOST_COUNTRIES])
        others = gettext("%(shown)s et %(n)s autres") % {"shown": shown, "n": more}
        yield others if more > 1 else ", ".join(names[: MOST_COUNTRIES + 1])


def verified(day) -> str:
    return gettext("Vérifié le %s") % long_date(day) if day else ""


def key_figure(practice: Practice) -> tuple[str, str]:
    """The first result; without one, what it cost; nothing when neither is said."""
    if practice.first_results:
        result = practice.first_results[0]
        return figure_of(result), result["label"]
    if practice.budget_total:
        return money(practice.budget_total), gettext("de budget")
    return BANDS.get(practice.cost_band, ""), gettext("ce que cela a coûté")


def figure_of(result: dict) -> str:
    value = number(result["after"], 2)
    return f"{value}\u00a0{result['unit']}" if len(result["unit"]) <= 3 else value


CARDS = Cards(load)
