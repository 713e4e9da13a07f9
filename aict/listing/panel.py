"""The filters of a list as HTML: groups of values with their exact counts."""

from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe

from aict.listing.listing import Facet, Labels, Listing
from aict.listing.page import Page
from aict.ui.facets import Option, facet_group


def panel(listing: Listing, page: Page) -> SafeString:
    """Every filter that has something to offer, in the list's order."""
    labels = listing.labels()
    groups = [
        facet_group(
            str(facet.title),
            facet.name,
            options(facet, labels, page.counts.get(facet.name, {}), page.selection.values),
            facet.shown,
        )
        for facet in listing.facets
    ]
    return mark_safe("".join(groups))  # noqa: S308


def options(
    facet: Facet, labels: Labels, counts: Mapping[str, int], values: Mapping[str, tuple[str, ...]]
) -> list[Option]:
    """Values that would keep a row, and those already chosen."""
    asked = values.get(facet.name, ())
    words = labels[facet.name]
    order = [value for value in words if counts.get(value) or value in asked]
    if facet.ranked:
        order.sort(key=lambda value: -counts.get(value, 0))
    return [Option(v, str(words[v]), counts.get(v, 0), v in asked) for v in order]
