from decimal import Decimal

import pytest

from aict.ui import numbers

N, B = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, f"0{B}€"),
        (8400, f"8{N}400{B}€"),
        (120_000, f"120{B}k€"),
        (12_500, f"12,5{B}k€"),
        (999_949, f"1{N}000{B}k€"),
        (999_950, f"1{B}M€"),
        (2_134_500, f"2,1{B}M€"),
        (Decimal("1500000000"), f"1,5{B}Md€"),
        (-45_000, f"−45{B}k€"),
    ],
)
def test_money_is_said_aloud(value, shown):
    assert numbers.money(value) == shown


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (0, f"0{B}pratique"),
        (1, f"1{B}pratique"),
        (1.5, f"1,5{B}pratique"),
        (2, f"2{B}pratiques"),
        (1204, f"1{N}204{B}pratiques"),
    ],
)
def test_count_french_zero_is_singular(n, shown):
    assert numbers.count(n, "pratique") == shown


def test_what_follows_an_elision_stays_singular():
    assert numbers.count(3, "retour d’expérience") == f"3{B}retours d’expérience"


def test_count_takes_an_irregular_plural():
    assert numbers.count(3, "réseau", "réseaux") == f"3{B}réseaux"
    assert numbers.count(3, "fiche publiée") == f"3{B}fiches publiées"
    assert numbers.count(3, "pays") == f"3{B}pays"


def test_number_rounds_half_up_and_drops_zeros():
    assert numbers.number(2.5) == "3"
    assert numbers.number(Decimal("0.80"), 2) == "0,8"
    assert numbers.number(-1204) == f"−1{N}204"
    assert numbers.percent(40) == f"40{N}%"


def test_file_size():
    assert [numbers.file_size(n) for n in (840, 12_400, 3_400_000)] == [
        f"840{B}o",
        f"12{B}ko",
        f"3,4{B}Mo",
    ]
