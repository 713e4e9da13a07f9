"""A world made once for a module: each test starts from the same rows and leaves none of its own."""

from contextlib import contextmanager
from copy import deepcopy

import pytest
from django.db import transaction

from tests.laws import access_world


@contextmanager
def lasting(blocker):
    """Rows made inside stay for the tests that follow, whose own transactions are savepoints of this
    one; at the end nothing is left."""
    with blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True
        with around:
            yield
            transaction.set_rollback(True)


def fixtures(make=access_world.make_world) -> tuple:
    """(fixture of the module, fixture `world` of each test)."""

    @pytest.fixture(scope="module")
    def lasting_world(django_db_setup, django_db_blocker):
        with lasting(django_db_blocker):
            yield make()

    @pytest.fixture
    def world(lasting_world, db):
        return deepcopy(lasting_world)

    return lasting_world, world
