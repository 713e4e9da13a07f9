"""The filters of a list are kept for those who chose little, and never say what is no longer true."""

import pytest
from django.db import transaction

from aict.listing import panel
from tests.practices.factories import practice

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def written(monkeypatch):
    """How many times filters were counted and written."""
    found, write = [], panel.written
    monkeypatch.setattr(panel, "written", lambda *asked: found.append(1) or write(*asked))
    return found


def counted(client, query="") -> int:
    """How many practices the category « promotion » is said to hold."""
    page = client.get(f"/pratiques/{query}").content.decode()
    return int(page.split('value="promotion"')[1].split("<b>")[1].split("<")[0])


def test_it_is_written_once_until_something_changes(client, written):
    practice()
    assert [counted(client), counted(client), len(written)] == [1, 1, 1]
    assert counted(client, "?categorie=promotion") == 1
    practice()
    assert [counted(client), counted(client, "?categorie=promotion"), len(written)] == [2, 2, 4]


def test_several_choices_are_written_each_time(client, written):
    practice()
    for _time in range(2):
        assert counted(client, "?categorie=promotion&categorie=cooperation") == 1
    assert len(written) == 2


def test_what_was_undone_is_not_kept(client):
    practice()
    with transaction.atomic():
        practice()
        assert counted(client) == 2
        transaction.set_rollback(True)
    assert counted(client) == 1
