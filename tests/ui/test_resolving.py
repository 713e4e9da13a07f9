"""Addresses are found by their first word: the same page as by trying all of them."""

import pytest
from django.urls import Resolver404, URLPattern, URLResolver, path
from django.urls.resolvers import RoutePattern

from aict.ui.resolving import ByFirstWord
from aict.urls import addresses

PARTS = {
    "slug": "nouvelle",
    "str": "abc",
    "int": "12",
    "uuid": "5b1f0f4e-5f9e-4a1b-9d3f-3c2c6d1f0a11",
    "path": "a/b",
}


def view(request):
    """Never called."""


def routes(patterns, before=""):
    for pattern in patterns:
        if not isinstance(pattern.pattern, RoutePattern):
            continue
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern.url_patterns, route)


def filled(route):
    for kind, value in PARTS.items():
        while f"<{kind}:" in route:
            start, _, rest = route.partition(f"<{kind}:")
            route = start + value + rest.partition(">")[2]
    return route


def found(resolver, address):
    try:
        match = resolver.resolve(address)
    except Resolver404:
        return None
    return match.func, match.args, match.kwargs, match.view_name, match.route


def test_every_address_leads_where_it_did():
    one_by_one, by_word = URLResolver(RoutePattern(""), addresses), ByFirstWord(addresses)
    asked = [filled(route) for route in routes(addresses)]

    assert len(asked) > 300
    for address in (*asked, "", "pratiques", "inconnu/", "pratiques/inconnue/x/y/", "é/"):
        assert found(by_word, address) == found(one_by_one, address), address


@pytest.mark.parametrize(
    ("address", "name"), [("", "home"), ("b", "b"), ("b/", "slug"), ("a/", "slug"), ("a/c/", "c")]
)
def test_an_open_first_word_keeps_its_rank(address, name):
    resolver = ByFirstWord(
        [
            path("", view, name="home"),
            path("b", view, name="b"),
            path("<slug:x>/", view, name="slug"),
            path("a/", view, name="a"),
            path("a/c/", view, name="c"),
        ]
    )

    assert resolver.resolve(address).view_name == name
