import pytest
from hypothesis import given
from hypothesis import strategies as st

from aict.search import spelling
from aict.search.models import Spelling

words = st.text("abcde", max_size=7)


@given(words, words)
def test_distance_is_the_same_both_ways_and_zero_for_equals(a, b):
    assert spelling.distance(a, b) == spelling.distance(b, a)
    assert (spelling.distance(a, b) == 0) == (a == b)


@pytest.mark.parametrize(("a", "b", "slips"), [("maorc", "maroc", 1), ("cheffe", "chef", 2)])
def test_distance_counts_slips(a, b, slips):
    assert spelling.distance(a, b) == slips


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("gastronmie", "gastronomie"),
        ("mediateque", "médiathèque"),
        ("Maorc", "maroc"),
        ("cooperasion", "coopération"),
    ],
)
def test_nearest_finds_the_word_meant(db, asked, meant):
    spelling.learn("Gastronomie au Maroc : la coopération des médiathèques, une médiathèque.")
    assert spelling.nearest([asked]) == {asked.lower(): meant}


def test_nearest_leaves_strange_and_short_words_alone(db):
    spelling.learn("Gastronomie au Maroc")
    assert spelling.nearest(["zyxwvuts", "mar"]) == {}


def test_nearest_prefers_the_word_of_most_texts(db):
    spelling.relearn(["saison", "saison", "maison"])
    assert spelling.nearest(["xaison"]) == {"xaison": "saison"}


def test_relearn_forgets_what_no_text_holds_any_more(db):
    spelling.learn("ancien")
    assert spelling.relearn(["nouveau"]) == 1
    assert list(Spelling.objects.values_list("word", "texts")) == [("nouveau", 1)]
