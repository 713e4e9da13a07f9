"""What a querystring asks of a list, checked; and querystrings made from it."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from aict.listing.listing import Listing
from aict.search.query import LONGEST

MOST_PAGES = 100_000
MOST_VALUES = 50


class BadParameterError(ValueError):
    """A parameter asks for what does not exist; the message says which one, in words."""

    def __init__(self, name: str, message: str):
        super().__init__(message)
        self.name = name


@dataclass(frozen=True)
class Selection:
    q: str = ""
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tri: str = ""
    page: int = 1

    def pairs(self) -> list[tuple[str, str]]:
        """The stable form of the selection, without its page: same filters, same address."""
        chosen = [(name, value) for name, values in self.values.items() for value in values]
        return [
            *([("q", self.q)] if self.q else []),
            *chosen,
            *([("tri", self.tri)] if self.tri else []),
        ]

    def query(self, **extra: str) -> str:
        """ "?…" for a link; empty when nothing is asked."""
        pairs = [*self.pairs(), *extra.items()]
        return f"?{urlencode(pairs)}" if pairs else ""

    def without(self, name: str, value: str | None = None) -> "Selection":
        """The same less one value, or less the whole filter; back to the first page."""
        if name == "q":
            return replace(self, q="", tri="" if self.tri == "pertinence" else self.tri, page=1)
        left = tuple(kept for kept in self.values.get(name, ()) if value and kept != value)
        values = {key: left if key == name else kept for key, kept in self.values.items()}
        return replace(self, values={k: v for k, v in values.items() if v}, page=1)


def read(listing: Listing, data: QueryDict) -> Selection:
    """What `data` asks. Names the list does not know are left alone (they are somebody else's)."""
    values = {}
    for facet in listing.facets:
        asked = tuple(dict.fromkeys(value for value in data.getlist(facet.name) if value))
        for value in asked[:MOST_VALUES]:
            check_value(listing, facet, value)
        if len(asked) > MOST_VALUES:
            raise BadParameterError(
                facet.name, _("Trop de valeurs pour le filtre « %s ».") % facet.title
            )
        if asked:
            values[facet.name] = asked
    q = read_query(data.get("q", ""))
    tri = data.get("tri", "")
    if tri and tri not in listing.orders:
        raise BadParameterError("tri", _("Le tri « %s » n’existe pas.") % tri[:40])
    return Selection(q, values, tri, read_page(data.get("page", "")))


def check_value(listing: Listing, facet, value: str) -> None:
    if listing.words(facet.name, value) is None:
        shown = value[:40].replace("\0", "�")
        raise BadParameterError(
            facet.name,
            _("Le filtre « %(filter)s » ne connaît pas la valeur « %(value)s ».")
            % {"filter": facet.title, "value": shown},
        )


def read_query(text: str) -> str:
    if "\0" in text:
        raise BadParameterError("q", _("La recherche contient un caractère interdit."))
    text = " ".join(text.split())
    if len(text) > LONGEST:
        raise BadParameterError(
            "q", _("La recherche dépasse %s caractères : gardez-en quelques mots.") % LONGEST
        )
    return text


def read_page(text: str) -> int:
    if not text:
        return 1
    if not (
        text.isascii() and text.isdecimal() and 0 < len(text) < 8 and 0 < int(text) <= MOST_PAGES
    ):
        raise BadParameterError("page", _("Ce numéro de page n’existe pas."))
    return int(text)


def read_format(data: QueryDict) -> str:
    """ "" for the page, "csv" for the file."""
    asked = data.get("format", "")
    if asked not in {"", "csv"}:
        raise BadParameterError("format", _("Le seul format de cette liste est « csv »."))
    return asked
