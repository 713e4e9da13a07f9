import pytest

from aict.search.query import Join, Not, Word, clean, parse, wanted

A, B, C = Word("a"), Word("b"), Word("c'c")


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("les écoles", "écoles"),
        ("Maroc ou Sénégal", "Maroc or Sénégal"),
        ("l’export -Maroc", "export -Maroc"),
        ("saint-étienne", "saint étienne"),
        ("covid-19 agenda-2030", "covid-19 agenda-2030"),
        ("« les chefs étoilés » terroir", '" les chefs étoilés " terroir'),
        ('-"les chefs"', '-"les chefs"'),
        ("à la une", ""),
        ("- -- ' \"", '"'),
        ("", ""),
    ],
)
def test_clean_keeps_what_is_worth_searching(typed, cleaned):
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("'a'", A),
        ("'a' & 'b' | 'c''c'", Join("|", Join("&", A, B), C)),
        ("'a' & !( 'b' | 'c''c' )", Join("&", A, Not(Join("|", B, C)))),
        ("'a' <-> 'b' & 'c''c'", Join("&", Join("<->", A, B), C)),
        ("'a' <2> 'b'", Join("<2>", A, B)),
        ("!'a' & 'b'", Join("&", Not(A), B)),
    ],
)
def test_parse_reads_what_postgresql_prints(text, tree):
    assert parse(text) == tree


def test_wanted_words_are_those_a_text_should_hold():
    assert wanted(parse("'a' & !'b' | 'a' <-> 'c''c'")) == ("a", "c'c")
