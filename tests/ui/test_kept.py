"""Pieces are made once per version, and never take more room than they are given."""

import pytest
from django.utils.translation import override

from aict.ui import kept


@pytest.fixture(autouse=True)
def _nothing_kept():
    kept.forget()
    yield
    kept.forget()


def counted():
    made = []

    def make():
        made.append(1)
        return [f"<p>{len(made)}</p>", ""]

    return make


def test_once_per_version_and_language():
    make = counted()
    assert kept.pieces(("a", 1), make) == kept.pieces(("a", 1), make) == ["<p>1</p>", ""]
    assert kept.pieces(("a", 2), make)[0] == "<p>2</p>"
    with override("en"):
        assert kept.pieces(("a", 2), make)[0] == "<p>3</p>"


def test_what_is_read_the_least_leaves_first(monkeypatch):
    monkeypatch.setattr(kept, "MOST_BYTES", 3 * (kept.PLACE + 20))
    make = counted()
    for version in (1, 2, 3, 1, 4):
        kept.pieces(version, make)
    assert kept.pieces(1, make)[0] == "<p>1</p>"
    assert kept.pieces(2, make)[0] == "<p>5</p>"


def test_a_piece_larger_than_all_the_room_is_given_and_not_kept(monkeypatch):
    monkeypatch.setattr(kept, "MOST_BYTES", 10)
    make = counted()
    assert [kept.pieces(1, make)[0], kept.pieces(1, make)[0]] == ["<p>1</p>", "<p>2</p>"]
