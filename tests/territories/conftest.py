import pytest

from tests.laws.shared_world import lasting
from tests.territories.factories import load_small


@pytest.fixture
def small(db):
    """A small France and a small world, with their countries."""
    load_small()


@pytest.fixture(scope="module")
def lasting_small(django_db_setup, django_db_blocker):
    """The same, loaded once where every test of a module reads it."""
    with lasting(django_db_blocker):
        load_small()
        yield
