"""Two fiches first published at the same moment: each has its number and its address."""

from uuid import uuid4

import pytest

from practices.sheets import kind, loading
from practices.sheets.listing import SHEETS
from practices.sheets.models import Sheet
from tests.sheets import workflow
from tests.together import meet_before, together

pytestmark = pytest.mark.django_db(transaction=True)


def test_numbers_and_addresses_are_given_one_by_one(monkeypatch):
    SHEETS.forget()
    meet_before(monkeypatch, kind, "number_of")
    answers = workflow.answers()
    together(*(lambda: loading.put(uuid4(), answers) for _ in range(2)))
    found = Sheet.objects.order_by("number").values_list("number", "slug")
    assert list(found) == [(1, "gastronomie-et-terroir"), (2, "gastronomie-et-terroir-2")]
