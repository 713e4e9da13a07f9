import pytest

from tests.territories.factories import load_small


@pytest.fixture
def small(db):
    """A small France and a small world, with their countries."""
    load_small()
