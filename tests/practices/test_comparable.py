"""Comparable authorities: never one's own, the most alike first, reasons in words, one query."""

import pytest

from aict.taxonomies.models import Theme
from practices.comparable import comparable
from tests.people.factories import territory
from tests.practices import factories
from tests.practices.factories import term

pytestmark = pytest.mark.django_db


def metropole(code, **fields):
    fields.setdefault("population", 500_000)
    return territory("metropole", code, f"Métropole {code}", **fields)


def test_the_most_alike_come_first_and_say_why():
    tourism = term(Theme, "tourisme", "Tourisme")
    mine = factories.practice(territory=metropole("1"), themes=[tourism])
    town = territory("commune", "2", "Petite ville", population=3_000)
    far = factories.practice(territory=town, category="cooperation", themes=[tourism])
    near = factories.practice(territory=metropole("3"), themes=[tourism])
    found = comparable(mine)
    assert [row.practice for row in found] == [near, far]
    assert found[0].reasons == (
        "Même niveau de collectivité, population proche, même catégorie ; en commun : tourisme"
    )
    assert found[1].reasons == "En commun : tourisme"


def test_an_authority_is_never_compared_with_itself_nor_shown_twice():
    mine = factories.practice(territory=metropole("1"))
    factories.practice(territory=metropole("1"))
    factories.practice(territory=metropole("2"))
    newest = factories.practice(territory=metropole("2"))
    assert [row.practice for row in comparable(mine)] == [newest]


def test_withdrawn_practices_and_those_with_nothing_in_common_are_left_out():
    mine = factories.practice(territory=metropole("1"))
    factories.practice(territory=metropole("2"), archived=True)
    lone = territory("commune", "3", "Ville", population=3_000)
    factories.practice(territory=lone, category="cooperation")
    assert comparable(mine) == []


def test_it_reads_those_it_shows_in_one_query(django_assert_num_queries):
    mine = factories.practice(territory=metropole("1"))
    for number in range(2, 9):
        factories.practice(territory=metropole(str(number)))
    # A transaction that wrote reads the list's rows anew (2): readers only ask its clock.
    # Then who carries each of those looked at, and the three that are shown.
    with django_assert_num_queries(4):
        assert len(comparable(mine)) == 3
