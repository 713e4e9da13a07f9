"""A world made once for a module: each test starts from the same rows and leaves none of its own."""

from copy import deepcopy

import pytest
from django.db import transaction

from tests.laws import access_world


def fixtures(make=access_world.make_world) -> tuple:
    """(fixture of the module, fixture `world` of each test). The transaction of each test is a
    savepoint of the module's."""

    @pytest.fixture(scope="module")
    def lasting_world(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock():
            around = transaction.atomic()
            around._from_testcase = True
            with around:
                yield make()
                transaction.set_rollback(True)

    @pytest.fixture
    def world(lasting_world, db):
        return deepcopy(lasting_world)

    return lasting_world, world
