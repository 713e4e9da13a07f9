"""Each test reads lists from a memory of its own."""

import pytest

from practices.listing import PRACTICES


@pytest.fixture(autouse=True)
def _nothing_remembered():
    PRACTICES.forget()
