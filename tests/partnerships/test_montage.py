"""Paying for a project with several lines: figures that always add up, and remarks in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerships.funding.status import Status
from partnerships.montage import Level, Line, Project, Rules, compose

D = Decimal
READ_ON = date(2026, 3, 1)
RULES = Rules(
    Status.OPEN,
    closes=date(2026, 12, 31),
    rate_max=D(50),
    figures_source="Règlement fictif",
    figures_on=READ_ON,
    bodies=frozenset({"region"}),
    countries=frozenset({"MA", "SN"}),
    categories=frozenset({"cooperation"}),
    page="/financements/essai/",
)
PROJECT = Project(
    D(100_000), date(2027, 1, 1), body="region", countries={"MA": "Maroc"}, category="cooperation"
)


def plan(project=PROJECT, *lines, **rules):
    return compose(project, lines or [Line("Essai", D(40_000), rules=replace(RULES, **rules))])


def remarks(found, level: Level) -> list[str]:
    checks = [*found.checks, *(check for row in found.lines for check in row.checks)]
    return [check.words for check in checks if check.level is level]


def test_the_gap_is_what_nobody_pays():
    found = plan(replace(PROJECT, own_cash=D(10_000), in_kind=D(5_000)))
    assert (found.gap, found.gap_percent, found.excess) == (D(45_000), D("45.0"), 0)
    assert [(p.kind, p.amount) for p in found.parts] == [
        ("propre", D(10_000)),
        ("valorisation", D(5_000)),
        ("ligne", D(40_000)),
        ("manque", D(45_000)),
    ]


def test_a_share_is_an_amount():
    found = compose(PROJECT, [Line("Libre", share=D("33.33"))])
    assert (found.lines[0].amount, found.lines[0].percent) == (D(33_330), D("33.3"))


def test_all_is_in_order():
    assert remarks(plan(), Level.BLOCKING) == remarks(plan(), Level.WARNING) == []


def test_each_figure_tells_its_source_and_its_date():
    found = plan(rate_max=D(30))
    (wrong,) = [c for c in found.lines[0].checks if c.level is Level.BLOCKING]
    assert wrong.source == "Règlement fictif"
    assert wrong.on == READ_ON
    assert "30" in wrong.words
    assert "taux maximal" in wrong.words


@pytest.mark.parametrize(
    ("rules", "level", "words"),
    [
        ({"amount_min": D(50_000)}, Level.BLOCKING, "minimum"),
        ({"amount_max": D(30_000)}, Level.BLOCKING, "maximum"),
        ({"rate_min": D(45)}, Level.BLOCKING, "taux minimal"),
        ({"rate_max": None}, Level.UNKNOWN, "Ni montant ni taux"),
        ({"own_share_min": D(10)}, Level.BLOCKING, "de plus"),
        ({"bodies": frozenset({"commune"})}, Level.BLOCKING, "bénéficiaires"),
        ({"bodies": frozenset()}, Level.UNKNOWN, "bénéficiaires"),
        ({"countries": frozenset({"SN"})}, Level.BLOCKING, "Maroc"),
        ({"countries": None, "zone": "pays signataires"}, Level.UNKNOWN, "pays signataires"),
        ({"categories": frozenset({"promotion"})}, Level.WARNING, "autre catégorie"),
        ({"prerequisites": ("aide déclarée",)}, Level.WARNING, "aide déclarée"),
        ({"status": Status.CLOSED}, Level.BLOCKING, "Clos depuis"),
        ({"predeposit": date(2026, 12, 1)}, Level.WARNING, "Prédépôt à faire"),
        ({"predeposit": READ_ON, "predeposit_over": True}, Level.WARNING, "était attendu"),
        ({"status": Status.CLOSING}, Level.WARNING, "31"),
        ({"status": Status.UNKNOWN, "closes": None}, Level.UNKNOWN, "à vérifier"),
        ({"status": Status.UPCOMING, "opens": date(2026, 9, 1)}, Level.WARNING, "Pas encore"),
        ({"status": Status.UPCOMING, "opens": date(2027, 9, 1)}, Level.BLOCKING, "après le début"),
    ],
)
def test_what_does_not_fit_is_said(rules, level, words):
    assert [found for found in remarks(plan(**rules), level) if words in found]


def test_a_prerequisite_ticked_is_in_order():
    rules = replace(RULES, prerequisites=("un", "deux"))
    found = plan(PROJECT, Line("Essai", D(1), rules=rules, done=frozenset({1})))
    assert remarks(found, Level.WARNING) == ["À faire avant de déposer : un"]


def test_what_is_brought_in_kind_is_capped():
    """Half of what one brings at most: as much in kind as in money."""
    project = replace(PROJECT, own_cash=D(10_000), in_kind=D(25_000))
    found = plan(project, inkind_cap=D(50))
    assert (found.kept_in_kind, found.own, found.gap) == (D(10_000), D(20_000), D(40_000))
    assert found.checks[0].source == "Règlement fictif"


def test_too_much_is_said():
    found = plan(PROJECT, Line("A", D(80_000)), Line("B", D(30_000)))
    assert (found.gap, found.excess, found.public) == (0, D(10_000), D(110_000))
    assert len(remarks(found, Level.BLOCKING)) == 2


def test_private_money_is_not_public():
    found = plan(PROJECT, Line("A", D(80_000)), Line("B", D(20_000), public=False))
    assert (found.public, remarks(found, Level.BLOCKING)) == (D(80_000), [])


def test_combinations_the_directory_does_not_know():
    rules = replace(RULES, combines_with=frozenset({"b"}))
    lines = [Line(name, D(1), rules=rules, slug=name) for name in ("a", "b", "c")]
    found = compose(PROJECT, lines)
    assert ["« c »" in c.words for c in found.lines[0].checks if "cumul" in c.words] == [True]


euros = st.decimals(0, 10**9, places=2)
shares = st.decimals(0, 100, places=2)
rules_ = st.builds(
    Rules,
    status=st.sampled_from(Status),
    rate_max=st.none() | shares,
    amount_max=st.none() | euros,
    own_share_min=st.none() | shares,
    inkind_cap=st.none() | shares,
    prerequisites=st.just(("un",)),
)
lines_ = st.builds(
    Line,
    name=st.just("ligne"),
    amount=st.none() | euros,
    share=st.none() | shares,
    rules=st.none() | rules_,
    public=st.booleans(),
)
projects = st.builds(Project, total=st.decimals(1, 10**9, places=2), own_cash=euros, in_kind=euros)


@settings(max_examples=150)
@given(projects, st.lists(lines_, max_size=5))
def test_the_parts_always_add_up(project, lines):
    found = compose(project, lines)
    assert sum(part.amount for part in found.parts) - found.excess == project.total
    assert found.gap == 0 or found.excess == 0
    assert min(found.gap, found.excess, found.public) >= 0
    assert 0 <= found.kept_in_kind <= project.in_kind
    assert len(found.lines) == len(lines)


@settings(max_examples=100)
@given(projects, st.lists(lines_, min_size=1, max_size=5), st.randoms())
def test_the_order_of_lines_changes_no_figure(project, lines, shuffler):
    other = lines[:]
    shuffler.shuffle(other)
    first, second = compose(project, lines), compose(project, other)
    assert (first.gap, first.excess, first.own) == (second.gap, second.excess, second.own)


@settings(max_examples=100)
@given(projects, st.lists(lines_, max_size=4), euros)
def test_more_money_never_widens_the_gap(project, lines, more):
    before = compose(project, lines)
    assert compose(project, [*lines, Line("en plus", more)]).gap <= before.gap
