"""Where the words of a facet's values come from: taxonomies, places, countries, years."""

from collections.abc import Callable, Collection, Iterable

from django.db.models import Func, Model, TextField, Value

from aict.taxonomies.models import Goal, Term
from aict.territories.models import Country, Territory

FIRST_YEAR, LAST_YEAR = 1950, 2100
Values = Callable[[], dict[str, str]]


def terms(model: type[Term]) -> Values:
    """Values and words of a taxonomy; retired rows still name what was filed under them."""
    return lambda: dict(model.objects.values_list("slug", "label"))


def places(level: str) -> Values:
    """Values and words of a level of authorities: INSEE code, name."""
    return lambda: dict(
        Territory.objects.filter(level=level).order_by("name").values_list("code", "name")
    )


def countries() -> dict[str, str]:
    return dict(Country.objects.values_list("code", "name"))


def goals() -> dict[str, str]:
    return {slug: f"{slug}. {label}" for slug, label in Goal.objects.values_list("slug", "label")}


def years() -> dict[str, str]:
    return {str(year): str(year) for year in range(LAST_YEAR, FIRST_YEAR - 1, -1)}


def texts_of(model: type[Model], fields: Collection[str]) -> Callable[[list[int]], Iterable]:
    """(id, long text, the names it is filed under) of some rows: where it is looked for why they answer."""
    body = Func(Value(" · "), *fields, function="concat_ws", output_field=TextField())
    return lambda ids: model._default_manager.filter(pk__in=ids).values_list(
        "pk", body, "search_text"
    )
