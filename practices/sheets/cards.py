"""A fiche in a list."""

from django.utils.translation import gettext

from aict.listing.cards import Card, Cards
from aict.taxonomies.enums import Category
from aict.ui.dates import long_date
from aict.ui.typography import french
from practices.sheets.models import Sheet


def load(ids: list[int]) -> dict[int, Card]:
    rows = Sheet.objects.published().filter(pk__in=ids).select_related("contribution")
    return {sheet.pk: card(sheet) for sheet in rows.prefetch_related("themes")}


def card(sheet: Sheet) -> Card:
    return Card(
        url=sheet.get_absolute_url(),
        category=sheet.category,
        title=french(sheet.title),
        teaser=french(sheet.teaser),
        kicker=french(" · ".join(kicker(sheet))),
        meta=french(gettext("À jour au %s") % long_date(sheet.updated_at)),
        figure=gettext("n° %s") % sheet.number,
        figure_label=gettext("fiche-repère"),
        fictional=sheet.contribution.fictional,
    )


def kicker(sheet: Sheet):
    """Its categories when it has two (one is said by its badge, three distinguish nothing), its themes."""
    if len(sheet.categories) == 2:
        yield from (str(Category(slug).label) for slug in sheet.categories)
    yield from (theme.label for theme in sheet.themes.all()[:3])


CARDS = Cards(load)
