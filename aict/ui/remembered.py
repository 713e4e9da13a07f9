"""Templates rendered once per process, then filled: most of a public page is the same for everybody.

A hole is a value whose text is not known yet. Rendered holes are found again in the page and filled with
HTML that is already safe. Nothing that belongs to one person is ever kept (see `page`)."""

import re
from collections.abc import Hashable, Iterable, Mapping
from copy import copy

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.encoding import iri_to_uri
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST = 1_000
HOLE = re.compile("\x02(\\w+)\x03")
# What stands for any querystring, any page: base.html prints the page's own address.
ANY_QUERY = "requete-de-la-page="
ANY_PATH = "adresse-de-la-page"
_kept: dict[Hashable, list[str]] = {}


def piece(
    template: str, key: Hashable, context: Mapping, holes: Mapping[str, str], query: str = ""
) -> SafeString:
    """`template` rendered once per `key` with `context`; `holes` (safe HTML) and `query` (of the
    page, without "?") are filled each time. `key` tells all that changes `context`."""
    return filled(parts_of(template, key, {**context, **marked(holes)}), holes, query)


def parts_of(template: str, key: Hashable, context: Mapping) -> list[str]:
    """`template` rendered once per `key`, cut at the holes that `context` holds (`marked`)."""
    whole = (template, key, get_language())
    parts = _kept.get(whole)
    if parts is None:
        request = HttpRequest()
        request.GET = QueryDict(ANY_QUERY)
        parts = keep(whole, render_to_string(template, dict(context), request))
    return parts


def page(
    request: HttpRequest, template: str, holes: Mapping[str, SafeString], below: str = ""
) -> HttpResponse:
    """A whole page whose values are all `holes`. Remembered for visitors only: who is signed in, or
    is being told something, gets it rendered in full. The template may not test a hole.

    `below` is the part of the address that many pages of the same template share: they are
    remembered as one. Without it, only this very address is meant."""
    if request.COOKIES.keys() & {settings.SESSION_COOKIE_NAME, "messages"}:
        return render(request, template, holes)
    place = f"{below}{ANY_PATH}/" if below else request.path
    whole = (template, request.scheme, request.get_host(), place, get_language())
    parts = _kept.get(whole)
    if parts is None:
        asked = stand_in(request, place)
        html = render_to_string(template, marked(holes), asked)
        if "CSRF_COOKIE_NEEDS_UPDATE" in asked.META:
            return render(request, template, holes)
        parts = keep(whole, html.replace(place, "\x02path\x03") if below else html)
    filling = {**holes, "path": escape(iri_to_uri(request.path))}
    return HttpResponse(filled(parts, filling, request.META["QUERY_STRING"]))


def stand_in(request: HttpRequest, place: str) -> HttpRequest:
    """The same request at `place`, with a querystring that stands for any."""
    asked = copy(request)
    asked.path = asked.path_info = place
    asked.META = {**request.META, "QUERY_STRING": ANY_QUERY}
    asked.GET = QueryDict(ANY_QUERY)
    return asked


def marked(holes: Iterable[str]) -> dict[str, SafeString]:
    return {name: mark_safe(f"\x02{name}\x03") for name in holes}


def keep(key: Hashable, html: str) -> list[str]:
    """Text, name of a hole, text, name of a hole … text."""
    html = html.replace(f"?{ANY_QUERY}&amp;", "?\x02and_query\x03").replace(
        f"?{ANY_QUERY}", "\x02any_query\x03"
    )
    parts = HOLE.split(html)
    if settings.DEBUG:  # templates change under a running process
        return parts
    if len(_kept) >= MOST:
        _kept.clear()
    _kept[key] = parts
    return parts


def filled(parts: list[str], holes: Mapping[str, str], query: str = "") -> SafeString:
    written = escape(iri_to_uri(query)) if query else ""
    known = {
        "any_query": written and f"?{written}",
        "and_query": written and f"{written}&amp;",
        **holes,
    }
    texts = parts[:]
    texts[1::2] = [known[name] for name in parts[1::2]]
    return mark_safe("".join(texts))
