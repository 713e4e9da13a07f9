"""A list's public contract as a django-filter FilterSet: the API, the feed, exports and alerts."""

from django.core.validators import ProhibitNullCharactersValidator
from django.utils.functional import cached_property
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet, MultipleChoiceFilter

from aict.listing.answers import Answer, answer
from aict.listing.listing import Listing
from aict.search.query import LONGEST
from aict.search.sql import answers


class FacetFilter(MultipleChoiceFilter):
    """Rows with one of the values at least."""

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
        self.facet = facet

    def filter(self, qs, value):
        codes = [f"{self.facet.name}:{one}" for one in value]
        return qs.filter(facets__overlap=codes) if codes else qs


class QueryFilter(CharFilter):
    """Words of the text, understood and respelt as on the page. Needs its filterset's `answer`."""

    def __init__(self):
        super().__init__(
            label=_("Recherche"), max_length=LONGEST, validators=[ProhibitNullCharactersValidator()]
        )

    def filter(self, qs, value):
        node = self.parent.answer.node
        return qs.filter(answers(node)) if node else qs


class OrderFilter(ChoiceFilter):
    def __init__(self, listing: Listing):
        choices = [(name, order.title) for name, order in listing.orders.items()]
        super().__init__(label=_("Tri"), choices=choices)

    def filter(self, qs, value):
        return self.parent.listing.ordered(qs, value or "", self.parent.answer.node)


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

    @cached_property
    def answer(self) -> Answer:
        """What the query means; the whole list without a query."""
        asked = " ".join(self.form.cleaned_data.get("q", "").split())
        return answer(self.listing.index.current(), self.listing.table, asked)
