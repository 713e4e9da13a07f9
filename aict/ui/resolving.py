"""Addresses found by their first word: Django tries them one after the other, and there are five hundred."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeGuard

from django.urls import ResolverMatch, URLPattern, URLResolver
from django.urls.resolvers import RoutePattern
from django.utils.functional import cached_property

Pattern = URLPattern | URLResolver


class ByFirstWord(URLResolver):
    """The addresses of `patterns`, in their order; those that begin by another word are not tried."""

    def __init__(self, patterns: Sequence[Pattern]):
        super().__init__(RoutePattern(""), patterns)

    @cached_property
    def by_word(self) -> dict[str, URLResolver]:
        known = {word for word in words(self.url_patterns) if word is not None}
        return {word: self.beginning(word) for word in known}

    @cached_property
    def others(self) -> URLResolver:
        return self.beginning(None)

    def beginning(self, word: str | None) -> URLResolver:
        return URLResolver(self.pattern, list(fitting(self.url_patterns, word)))

    def resolve(self, path: str) -> ResolverMatch:
        return self.by_word.get(path.partition("/")[0], self.others).resolve(path)


def first_word(pattern: Pattern) -> str | None:
    """The only word that addresses of `pattern` begin by; None when several are possible."""
    route = pattern.pattern
    whole = isinstance(pattern, URLPattern)
    if not isinstance(route, RoutePattern) or not (whole or "/" in str(route)):
        return None
    word = str(route).partition("/")[0]
    return None if "<" in word else word


def words(patterns: Iterable[Pattern]) -> Iterator[str | None]:
    for pattern in patterns:
        if is_open(pattern):
            yield from words(pattern.url_patterns)
        else:
            yield first_word(pattern)


def is_open(pattern: Pattern) -> TypeGuard[URLResolver]:
    """Whether it only groups addresses, without a word of its own."""
    return isinstance(pattern, URLResolver) and str(pattern.pattern) == ""


def fitting(patterns: Iterable[Pattern], word: str | None) -> Iterator[Pattern]:
    """`patterns` that may begin by `word` (None: by a word that no address names)."""
    for pattern in patterns:
        if is_open(pattern):
            inner = list(fitting(pattern.url_patterns, word))
            more = pattern.default_kwargs, pattern.app_name, pattern.namespace
            yield URLResolver(pattern.pattern, inner, *more)
        elif first_word(pattern) in {None, word}:
            yield pattern
