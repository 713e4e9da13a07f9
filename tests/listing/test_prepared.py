"""Statements planned once: each still says what is true now."""

import pytest
from django.db import connection, transaction

from aict.db import prepared
from aict.listing.models import Clock


def stamp():
    with prepared.cursor() as cursor:
        cursor.execute("SELECT stamp FROM listing_clock WHERE kind = %s", ["essai"])
        return cursor.fetchone()


def planned():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%kind%%'"
        )
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_it_is_planned_once_counted_each_time_and_sees_every_change(django_assert_num_queries):
    assert stamp() is None
    for wanted in (1, 2, 3):
        Clock.tick("essai")
        with django_assert_num_queries(1):
            assert stamp() == (wanted,)
    assert planned() == 1


@pytest.mark.django_db(transaction=True)
def test_it_outlives_a_transaction_undone_and_a_table_emptied():
    with transaction.atomic():
        Clock.tick("essai")
        assert stamp() == (1,)
        transaction.set_rollback(True)
    assert stamp() is None
    Clock.tick("essai")
    Clock.objects.all().delete()
    assert stamp() is None
