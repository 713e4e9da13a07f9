import pytest

from practices.sheets.listing import SHEETS


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """What a process keeps belongs to one database; each test has its own."""
    SHEETS.forget()
