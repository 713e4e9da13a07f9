import pytest

from practices import pages
from practices.listing import PRACTICES


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """What a process keeps belongs to one database; each test has its own."""
    pages.forget()
    PRACTICES.forget()
