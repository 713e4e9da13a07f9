from itertools import pairwise

import pytest

from aict.territories.bands import BANDS, band_of, bounds_of
from aict.territories.names import normalise, proper_name, searched, spaced


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saint-Étienne", "saint etienne"),
        ("  ST   etienne", "saint etienne"),
        ("Ste-Foy-lès-Lyon", "sainte foy les lyon"),
        ("L’Haÿ-les-Roses", "l hay les roses"),
        ("L'Haÿ-les-Roses", "l hay les roses"),
        ("Œuilly", "oeuilly"),
        ("Łódź", "lodz"),
        ("Nghệ An", "nghe an"),
        ("\x00%_", ""),
        ("", ""),
    ],
)
def test_normalise(text, expected):
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Communauté de communes du Trièves", "trieves"),
        ("CA de l’Albigeois", "albigeois"),
        ("Département de Mayotte", "mayotte"),
        ("Collectivité européenne d’Alsace", "alsace"),
        ("ville de Nice", "nice"),
        ("Métropole de Lyon", "metropole de lyon"),
        ("Villeneuve", "villeneuve"),
        ("Communay", "communay"),
        ("région", "region"),
    ],
)
def test_proper_name(text, expected):
    assert proper_name(text) == expected


def test_searched_keeps_the_town_of_a_commune():
    assert searched("commune", "Ville-d’Avray") == "ville d avray"
    assert searched("epci", "CC du Trièves", ["CCT"]) == "trieves|cc du trieves|cct"


def test_spaced_starts_every_word_with_a_space():
    assert spaced("paris|ville de paris") == " paris | ville de paris |"


@pytest.mark.parametrize(
    ("population", "band"),
    [(None, ""), (0, "moins-5k"), (4999, "moins-5k"), (5000, "5-20k"), (200_000, "plus-200k")],
)
def test_band_of(population, band):
    assert band_of(population) == band


def test_bounds_meet():
    for (_, band), (floor, _next) in pairwise(BANDS):
        assert bounds_of(band)[1] == floor
    assert bounds_of("plus-200k") == (200_000, None)
