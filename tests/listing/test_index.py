"""The memory of each process against the database, which is right."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aict.listing import selection
from aict.listing.bitsets import highest_first
from aict.listing.counting import chosen, counts, kept_by_all
from aict.listing.models import Clock
from practices.filters import PracticeFilter
from practices.listing import PRACTICES
from practices.models import Practice
from tests.people.factories import country
from tests.practices.factories import practice

VALUES = {
    "categorie": ["internationalisation", "promotion", "cooperation"],
    "niveau": ["commune", "region"],
    "pays": ["MA", "SN", "CA"],
    "preuve": ["0", "1"],
}
CHOICES = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(values), unique=True) for name, values in VALUES.items()}
)


def ids(snapshot, rows):
    return [snapshot.ids[place] for place in highest_first(rows)]


def listed(index):
    snapshot = index.current()
    return ids(snapshot, snapshot.alive)


def of_sql(queryset):
    return list(queryset.values_list("id", flat=True))


@pytest.fixture
def many(db):
    for code in VALUES["pays"]:
        country(code, code)
    chance = random.Random(7)
    for number in range(24):
        made = practice(archived=number % 9 == 0)
        codes = [f"{name}:{v}" for name, vs in VALUES.items() for v in vs if chance.random() < 0.4]
        Practice.objects.filter(pk=made.pk).update(facets=codes)
    Clock.forget("practice")


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(CHOICES)
def test_rows_and_counts_equal_those_of_sql(many, choices):
    snapshot = PRACTICES.index.current()
    kept = chosen(snapshot, {name: tuple(values) for name, values in choices.items() if values})
    data = QueryDict(mutable=True)
    for name, values in choices.items():
        data.setlist(name, values)
    published = Practice.objects.published()

    assert ids(snapshot, kept_by_all(snapshot.alive, kept)) == of_sql(
        PracticeFilter(data, published).qs
    )
    found = counts(snapshot, snapshot.alive, kept)
    for name, values in VALUES.items():
        others = data.copy()
        others.pop(name, None)
        without = PracticeFilter(others, published).qs
        assert found[name] == {
            value: without.filter(facets__contains=[f"{name}:{value}"]).count() for value in values
        }


@pytest.mark.parametrize(
    "query",
    [
        "",
        "pays=MA&pays=&niveau=commune",
        "pays=XX",
        "preuve=9",
        "annee=1e3",
        "tri=x",
        "q=%00",
        "q=" + "a" * 201,
        "categorie=MA",
    ],
)
def test_page_and_api_accept_and_refuse_the_same(db, query):
    country("MA", "Maroc")
    data = QueryDict(query)
    try:
        selection.read(PRACTICES, data)
        accepted = True
    except selection.BadParameterError:
        accepted = False
    assert PracticeFilter(data, Practice.objects.all()).is_valid() == accepted


@pytest.mark.django_db(transaction=True)
class TestFreshness:
    def test_what_is_published_changed_archived_or_deleted_shows_at_once(self):
        index = PRACTICES.index
        first, second = practice(), practice()
        assert listed(index) == [second.pk, first.pk]
        assert index.current() is index.current()

        refile(first, "cooperation")
        assert listed(index) == [first.pk, second.pk]
        s = index.current()
        assert s.any_of("categorie", ["cooperation"]).bit_count() == 1
        assert s.any_of("categorie", ["promotion"]).bit_count() == 1

        first.archived_at = timezone.now()
        first.save()
        first.refresh_listing()
        assert listed(index) == [second.pk]

        second.delete()
        assert index.current().alive == 0

    def test_a_read_costs_one_query_and_one_more_after_a_change(self, django_assert_num_queries):
        practice()
        PRACTICES.index.current()
        for expected, queries in ((1, 1), (3, 2), (3, 1)):
            with django_assert_num_queries(queries):
                assert PRACTICES.index.current().alive.bit_count() == expected
            if expected == 1:
                practice(), practice()

    def test_an_uncommitted_change_is_seen_by_its_own_transaction_only(self):
        kept = practice()
        PRACTICES.index.current()
        with transaction.atomic():
            practice()
            assert PRACTICES.index.current().alive.bit_count() == 2
            transaction.set_rollback(True)
        assert listed(PRACTICES.index) == [kept.pk]
        practice()
        assert PRACTICES.index.current().alive.bit_count() == 2

    def test_a_late_commit_cannot_be_missed(self):
        """Who ticks waits for the transaction that ticked before: stamps appear in order."""
        one, two = practice(), practice()
        ticked, finish = threading.Event(), threading.Event()

        def slow():
            with transaction.atomic():
                refile(one, "cooperation")
                ticked.set()
                finish.wait(5)

        def quick():
            ticked.wait(5)
            refile(two, "internationalisation")
            return PRACTICES.index.current()

        with Together(slow, quick) as results:
            ticked.wait(5)
            assert PRACTICES.index.current().any_of("categorie", ["cooperation"]) == 0
            finish.set()
        seen = results[1].result()
        assert seen.any_of("categorie", ["cooperation"]).bit_count() == 1
        assert seen.any_of("categorie", ["internationalisation"]).bit_count() == 1

    def test_threads_reading_while_others_publish_see_exact_counts(self):
        practice()

        def read():
            snapshots = [PRACTICES.index.current() for _ in range(60)]
            return [s for s in snapshots if s.any_of("categorie", ["promotion"]) != s.alive]

        with Together(read, read, read) as results:
            for _ in range(10):
                practice()
        assert [result.result() for result in results] == [[], [], []]
        assert PRACTICES.index.current().alive.bit_count() == 11


def refile(made, category):
    made.category = category
    made.save()
    made.refresh_listing()


class Together:
    """Runs functions in threads with a connection each; their results once the block ends."""

    def __init__(self, *functions):
        self.pool = ThreadPoolExecutor(len(functions))
        self.functions = functions

    def __enter__(self):
        return [self.pool.submit(self.alone, function) for function in self.functions]

    def __exit__(self, *_):
        self.pool.shutdown()

    @staticmethod
    def alone(function):
        try:
            return function()
        finally:
            connection.close()
