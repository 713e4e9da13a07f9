"""The same search as SQL expressions, for querysets over `search_vector` and `search_lead`."""

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, Func, IntegerField, Value
from django.db.models.functions import Cast

from aict.search.query import Node, Word, wanted


class Matches(Func):
    """vector @@ query: the query is already made of lexemes, nothing stems it again."""

    template = "(%(expressions)s)"
    arg_joiner = " @@ "
    output_field = BooleanField()

    def __init__(self, vector: str, query: str):
        super().__init__(F(vector), Cast(Value(query), SearchQueryField()))


def answers(node: Node) -> Matches:
    """Condition: the text answers `node`."""
    return Matches("search_vector", str(node))


def relevance(node: Node) -> list:
    """Orderings: most words of `node` in the title, then in the lead."""
    words = [str(Word(lexeme)) for lexeme in wanted(node)]
    return [hits(words, ":A").desc(), hits(words, "").desc()] if words else []


def hits(words: list[str], weight: str):
    found = [Cast(Matches("search_lead", word + weight), IntegerField()) for word in words]
    return sum(found[1:], found[0])
