"""What is hidden cannot be worked out: nasty sets pass, attacks made by hand and lazy suppressors do not."""

from dataclasses import replace

import pytest

from surveys.questionnaire.layout import encode
from surveys.results import hiding, suppression
from surveys.results.checking import check
from surveys.results.hiding import Grid, hide
from surveys.results.pooling import classes
from surveys.results.suppression import suppressed
from surveys.results.tables import Table
from tests.surveys.results import worlds

# responses, groups, options, limit, how unequal the options are, how many say nothing
NASTY = [
    (5, 3, 3, 0, 0.5, 0.1),
    (9, 3, 6, 2, 0.8, 0.0),
    (60, 12, 6, 0, 1.0, 0.2),
    (200, 20, 10, 3, 0.8, 0.02),
    (400, 20, 10, 0, 0.3, 0.02),
    (1500, 18, 10, 2, 0.5, 0.0),
]


@pytest.mark.parametrize(("n", "groups", "options", "most", "skew", "silence"), NASTY)
def test_nasty_sets_tell_nothing(n, groups, options, most, skew, silence):
    form = worlds.form(groups, options, most)
    told = worlds.published(form, worlds.rows(form, n, n, skew, silence))
    report = worlds.checked(form, told)
    assert report.findings == []
    assert report.tables > 5
    assert worlds.published(form, worlds.rows(form, n, n, skew, silence)) == told


def test_a_set_where_all_answer_the_same_tells_nothing():
    form = worlds.form()
    one = worlds.rows(form, 1, 3, silence=0)
    report = worlds.checked(form, worlds.published(form, one * 300))
    assert report.findings == []


def test_a_set_of_four_shows_no_number():
    form = worlds.form()
    told = worlds.published(form, [encode(form, {"level": "o1"})] * 4)
    assert "inférieur à 5" in worlds.checked(form, told).findings[0]


def lazy_threshold(form, rows, monkeypatch):
    return worlds.published(form, rows, k=4)


def no_complement(form, rows, monkeypatch):
    monkeypatch.setattr(hiding.Room, "make", lambda *_: True)
    return worlds.published(form, rows)


@pytest.mark.parametrize("suppressor", [lazy_threshold, no_complement])
def test_a_lazy_suppressor_is_found_out(suppressor, monkeypatch):
    form = worlds.form(groups=12)
    rows = worlds.rows(form, 300, 1)
    assert worlds.checked(form, suppressor(form, rows, monkeypatch)).findings


# ---- attacks made by hand, on a question of three options crossed by three groups

LEVEL = Table("level", "", "", (("o1",), ("o2",), ("o3",)), (), 60, (20, 20, 20))
ONE = Table("one", "", "", (("o1",), ("o2",), ("o3",)), (), 60, (20, 20, 20))
CROSSED = replace(
    ONE,
    crossing="level",
    groups=LEVEL.values,
    sizes=LEVEL.totals,
    counts=((6, 8, 6), (8, 6, 6), (6, 6, 8)),
)


def found(*tables: Table) -> str:
    return " ".join(check(worlds.form(3, 3), list(tables), {}).findings)


def test_whole_tables_pass():
    assert found(LEVEL, ONE, CROSSED) == ""


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (((None, 8, 10), (9, 6, 5), (9, 6, 5)), "vaut de 2 à 2"),
        (((None, 12, 6), (12, None, 6), (6, 6, 8)), "vaut de 2 à 2"),
        (((None, None, 16), (None, 16, None), (16, None, None)), "vaut de 0 à 4"),
        (((None, None, 16), (8, 10, None), (10, 8, None)), "vaut de 2 à 2"),
        (((None, None, 16), (None, None, 16), (16, 16, None)), "ne font pas ses totaux"),
        (((0, 10, 10), (10, 0, 10), (10, 10, 0)), "inférieur à 5"),
    ],
)
def test_an_attack_is_found(counts, words):
    assert words in found(LEVEL, ONE, replace(CROSSED, counts=counts))


def test_a_pool_of_four_is_found():
    rare = replace(ONE, values=(("o1", "o2"), ("o3",)), totals=(4, 56))
    assert "inférieur à 5" in found(LEVEL, rare)


def test_groups_pooled_otherwise_are_found():
    level = replace(LEVEL, values=(("o1",), ("o2", "o3")), totals=(20, 40))
    assert "groupes" in found(level, ONE, CROSSED)


def test_totals_that_differ_are_found():
    assert "totaux" in found(LEVEL, replace(ONE, totals=(21, 19, 20)), CROSSED)


def test_profiles_are_never_crossed():
    assert "ne se croise pas" in found(LEVEL, replace(CROSSED, question="size"))


def test_who_was_asked_does_not_tell_what_is_pooled():
    one = replace(ONE, values=(("o1",), ("o2", "o3")), totals=(20, 40))
    after = Table("after", "", "", (("o1", "o2", "o3"), ("non-posee",)), (), 60, (22, 38))
    assert "dit ce que one réunit" in found(one, after)


def ticked(*counts: int | None) -> list[Table]:
    return [
        Table(
            "some",
            f"o{place}",
            "",
            (("oui",), ("non",)),
            (),
            60,
            (None, None) if count is None else (count, 60 - count),
        )
        for place, count in enumerate(counts, start=1)
    ]


def test_an_option_that_the_limit_pins_is_found():
    limited = worlds.form(3, 3, most=1)
    told = check(limited, ticked(50, 7, None), {}).findings
    assert "se déduit des autres options, de 3 à 3" in told[0]
    assert not check(limited, ticked(50, None, None), {}).findings


# ---- the pieces


@pytest.mark.parametrize(
    ("totals", "ordered", "expected"),
    [
        ([9, 2, 8, 1], False, (("a",), ("b", "c", "d"))),
        ([9, 3, 8, 2], False, (("a",), ("b", "d"), ("c",))),
        ([9, 2, 8, 1], True, (("a", "b"), ("c", "d"))),
        ([0, 6, 7, 8], True, (("a", "b"), ("c",), ("d",))),
        ([0, 60, 0, 0], False, (("a", "b", "c", "d"),)),
    ],
)
def test_rare_values_are_told_together(totals, ordered, expected):
    names = ["a", "b", "c", "d"]
    assert classes(names, totals, ordered, [names]) == expected


def test_values_that_open_a_question_stay_apart():
    names = ["a", "b", "c", "sans-reponse"]
    assert classes(names, [30, 20, 3, 2], False, [["a", "b"], ["c", "sans-reponse"]]) == (
        ("a",),
        ("b",),
        ("c", "sans-reponse"),
    )


def test_the_cheapest_cells_are_hidden():
    grid = Grid([[2, 9, 50], [9, 9, 50], [50, 50, 50]])
    assert hide(grid)
    assert grid.hidden == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_a_table_of_small_cells_is_given_up_at_once(monkeypatch):
    """Two lists of a hundred options would be worked on for long."""
    monkeypatch.setattr(suppression, "hide", None)
    names = tuple((f"o{n}",) for n in range(30))
    counts = tuple((1,) * 30 for _ in names)
    table = Table("q", "", "by", names, names, 900, (30,) * 30, (30,) * 30, counts)
    assert suppressed(table, False, names) is None


def test_a_table_too_fine_is_not_told():
    whole = replace(CROSSED, counts=((1, 1, 18), (1, 18, 1), (18, 1, 1)))
    assert suppressed(whole, False, CROSSED.groups) is None
