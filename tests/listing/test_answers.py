from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from aict.listing.answers import answer
from aict.listing.bitsets import highest_first
from aict.listing.matching import best_first
from practices.filters import PracticeFilter
from practices.listing import PRACTICES
from practices.models import Practice
from tests.people.factories import country
from tests.practices.factories import practice

pytestmark = pytest.mark.django_db


@pytest.fixture
def chefs():
    return {
        "body": practice(slug="body", title="Trois territoires", summary="Des producteurs et un terroir."),
        "lead": practice(slug="lead", title="Un pavillon", teaser="La gastronomie, un terroir"),
        "title": practice(slug="title", title="Gastronomie et terroir", teaser="Ensemble"),
        "other": practice(slug="other", title="Un salon de la batterie", teaser="Des contrats",
                          countries=[country("MA", "Maroc")]),
    }  # fmt: skip


def found(text):
    """Slugs by relevance, from memory; checked against SQL's."""
    snapshot = PRACTICES.index.current()
    got = answer(snapshot, PRACTICES.table, text)
    cuts = best_first(snapshot, PRACTICES.table, got.node, got.rows) if got.node else [got.rows]
    ids = [snapshot.ids[place] for cut in cuts for place in highest_first(cut)]
    listed = PracticeFilter(QueryDict(urlencode({"q": text})), Practice.objects.published()).qs
    assert [made.pk for made in listed] == ids
    return [made.slug for made in listed]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("terroir", ["title", "lead", "body"]),
        ("gastronomies terroirs", ["title", "lead"]),
        ("gastronomie ou batterie", ["other", "title", "lead"]),
        ("terroir -gastronomie", ["body"]),
        ('"trois territoires"', ["body"]),
        ("-terroir", ["other"]),
        ("le maroc", ["other"]),
        ("l’été", ["other", "title", "lead", "body"]),
        ("introuvable", []),
        ("gastronomie batterie", []),
        ("' & | ! ( : * \\ %", ["other", "title", "lead", "body"]),
    ],
)
def test_search_finds_and_ranks(chefs, text, slugs):
    assert found(text) == slugs


@pytest.mark.parametrize(
    ("typed", "used"), [("gastronmie terrior", "gastronomie terroir"), ("MAORC", "maroc")]
)
def test_a_misspelt_word_finds_what_was_meant(chefs, typed, used):
    got = answer(PRACTICES.index.current(), PRACTICES.table, typed)
    assert got.corrected
    assert got.used == used
    assert found(typed) == found(used) != []


def test_a_word_nobody_wrote_is_not_respelt_into_one_of_an_archived_text(chefs):
    practice(archived=True, title="Ostréiculture")
    got = answer(PRACTICES.index.current(), PRACTICES.table, "ostreicultures")
    assert (got.corrected, got.rows) == (False, 0)


@pytest.mark.django_db(transaction=True)
def test_places_of_a_word_follow_publications(chefs):
    assert found("terroir") == ["title", "lead", "body"]
    practice(slug="new", title="Le terroir d’abord")
    chefs["title"].title = "Tout autre chose"
    chefs["title"].save()
    chefs["title"].refresh_listing()
    chefs["body"].delete()
    assert found("terroir") == ["new", "lead"]
    assert found("chose") == ["title"]
