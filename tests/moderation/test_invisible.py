"""Characters that nobody sees, copied from a PDF or a word processor."""

import pytest

from aict.moderation.binding import read
from aict.moderation.kinds import KINDS
from tests.lessons import making as lessons
from tests.practices.factories import practice


def test_they_are_left_out_of_what_is_kept():
    part = KINDS["event"].parts[0]
    told = read(part, {"title": "Deux\x02 rives\x1f", "teaser": "Un\x0bdeux\ttrois\r\nquatre"})
    assert told["title"] == "Deux rives"
    assert told["teaser"] == "Un\ndeux\ttrois\r\nquatre"


def test_nul_is_left_to_be_refused_in_words():
    assert read(KINDS["event"].parts[0], {"title": "a\x00b"})["title"] == "a\x00b"


@pytest.mark.django_db
def test_those_already_kept_close_no_feed(client):
    practice(title="Une saison\x0bde chefs", teaser="Une\x02 phrase")
    lessons.lesson(instead="Autre\x1fment.")
    for address in ("/pratiques/flux.atom", "/retours-d-experience/flux.atom"):
        assert "<entry>" in client.get(address).text
