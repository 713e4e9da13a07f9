"""A list's public contract as a django-filter FilterSet: the API, the feed, exports and alerts."""

from django.core.validators import ProhibitNullCharactersValidator
from django.utils.functional import cached_property
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet, MultipleChoiceFilter
from drf_spectacular.utils import extend_schema_field

from aict.listing.answers import Answer, answer
from aict.listing.listing import Listing
from aict.search.query import LONGEST


@extend_schema_field(str)
class FacetFilter(MultipleChoiceFilter):
    """Values of one facet; a row needs one of them at least."""

    def __init__(self, listing: Listing, name: str):
        facet = listing.facet(name)
        unknown = format_lazy(
            _("Le filtre « {title} » ne connaît pas la valeur « {value} »."),
            title=facet.title,
            value="%(value)s",
        )
        super().__init__(
            label=facet.title,
            choices=lambda: list(listing.labels()[name].items()),
            error_messages={"invalid_choice": unknown},
        )


class QueryFilter(CharFilter):
    """Words of the text, understood and respelt as on the page."""

    def __init__(self):
        super().__init__(
            label=_("Recherche"), max_length=LONGEST, validators=[ProhibitNullCharactersValidator()]
        )


class OrderFilter(ChoiceFilter):
    def __init__(self, listing: Listing):
        choices = [(name, order.title) for name, order in listing.orders.items()]
        super().__init__(label=_("Tri"), choices=choices)


class ListingFilter(FilterSet):
    """Subclasses name their `listing`, one FacetFilter per facet, `q` and `tri`.

    An empty value asks for nothing."""

    listing: Listing

    def __init__(self, data=None, *args, **kwargs):
        if data is not None:
            data = data.copy()
            for name, values in list(data.lists()):
                data.setlist(name, list(dict.fromkeys(value for value in values if value)))
        super().__init__(data, *args, **kwargs)

    def filter_queryset(self, queryset):
        asked = self.form.cleaned_data
        values = {facet.name: asked[facet.name] for facet in self.listing.facets}
        node = self.answer.node
        narrowed = self.listing.narrow(queryset, values, node)
        return self.listing.ordered(narrowed, asked["tri"], node)

    @cached_property
    def answer(self) -> Answer:
        """What the query means; the whole list without a query."""
        asked = " ".join(self.form.cleaned_data["q"].split())
        return answer(self.listing.index.current(), self.listing.table, asked)
