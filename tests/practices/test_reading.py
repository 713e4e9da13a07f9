"""Amounts, shares and conditions in words; what is unknown is left out rather than invented."""

from decimal import Decimal

import pytest

from practices.reading import Source
from practices.reading.figures import amount, cost_in_words, cost_of, figures, funding, results
from practices.reading.page import condition

NB, NN = "\u00a0", "\u202f"


def result(**fields):
    told = {"label": "Contrats", "before": None, "after": Decimal(7), "unit": "", "date": ""}
    return {**told, "source": "", **fields}


def line(source, amount=None, share=None):
    return {"source": source, "amount": amount, "share": share}


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (Decimal("7.00"), "", "7"),
        (Decimal("2100000"), "€", f"2,1{NB}M€"),
        (Decimal("12.50"), "%", f"12,5{NN}%"),
        (Decimal("3"), "ha", f"3{NB}ha"),
        (Decimal("58"), "personnes", "58"),
    ],
)
def test_amounts(value, unit, words):
    assert amount(value, unit) == words


def test_a_unit_is_said_once():
    rows = [
        result(unit="contrats"),
        result(unit="personnes"),
        result(unit="contrats signés par an"),
    ]
    told = results(Source({}, {"results": rows}))
    assert [row.unit for row in told] == ["", "personnes", "contrats signés par an"]
    shown = figures(Source({}, {"results": rows}))
    assert shown == [
        ("7", "Contrats"),
        (f"7{NB}personnes", "Contrats"),
        ("7", "Contrats (contrats signés par an)"),
    ]


def test_four_figures_at_most_cost_and_evidence_among_them():
    source = Source(
        {"budget_year": 48_000, "staff_fte": Decimal("0.40"), "evidence": 2},
        {"results": [result(label=f"R{n}") for n in range(5)]},
    )
    shown = figures(source)
    assert [label for _value, label in shown[:2]] == ["R0", "R1"]
    assert shown[2] == (f"48{NB}k€", f"par an et 0,4{NB}équivalent temps plein d’agents")
    assert shown[3][0] == "Documenté"
    assert len(shown) == 4


def test_nothing_disclosed_tells_nothing():
    source = Source({"cost_band": "non-communique"})
    assert cost_of(source) is None
    assert cost_in_words(source) == ""
    assert figures(source) == []


def test_costs_in_words():
    told = {"budget_year": 120_000, "budget_total": 240_000, "staff_fte": Decimal("2")}
    assert cost_in_words(Source(told)) == (
        f"120{NN}000{NB}€ par an, 240{NN}000{NB}€ en tout et 2{NB}équivalents temps plein d’agents"
    )
    assert cost_in_words(Source({"cost_band": "10-50k"})) == "10 000 à 50 000 €"


def test_shares_are_counted_from_the_amounts():
    told = funding(Source({}, {"funding_lines": [line("Ville", 300), line("État", 100)]}))
    assert [row.share for row in told.lines] == [f"75{NN}%", f"25{NN}%"]
    assert [(row.start, row.width) for row in told.lines] == [("0.00", "75.00"), ("75.00", "25.00")]
    assert told.total == f"400{NB}€"


@pytest.mark.parametrize(
    "rows",
    [
        [line("Ville", 300), line("État")],
        [line("Ville"), line("État")],
        [line("Ville", share=Decimal(80)), line("État", share=Decimal(90))],
        [line("Ville", 0), line("État", 0)],
    ],
)
def test_no_bar_is_drawn_from_what_is_not_known(rows):
    told = funding(Source({}, {"funding_lines": rows}))
    assert not told.drawn
    assert told.total == ""


@pytest.mark.parametrize(
    ("variable", "operator", "value", "words"),
    [
        ("etp", "gte", "0,5", "Temps agent : au moins 0,5 équivalent temps plein"),
        ("population", "gte", "20000", f"Population : au moins 20{NN}000 habitants"),
        ("budget", "lte", "80 000", f"Budget annuel : au plus 80{NN}000{NB}€"),
        ("chambre", "eq", "oui", "Chambre consulaire impliquée : oui"),
        ("budget", "gte", "NaN", "Budget annuel : au moins NaN"),
        ("population", "gte", "beaucoup", "Population : au moins beaucoup"),
    ],
)
def test_conditions_in_words(variable, operator, value, words):
    assert condition({"variable": variable, "operator": operator, "value": value}) == words
