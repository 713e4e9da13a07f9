import pytest

from aict.search.extracts import MEMORY, Marker, Memory

pytestmark = pytest.mark.django_db


def marker(text, *stems):
    MEMORY.learn([text])
    return Marker(stems)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Les terroirs & le Terroir", "Les <mark>terroirs</mark> &amp; le <mark>Terroir</mark>"),
        ("<b>terroir</b>", "&lt;b&gt;<mark>terroir</mark>&lt;/b&gt;"),
        ("Des déterroirs", "Des déterroirs"),
        ("l’ÉCOLE et l'école", "l’<mark>ÉCOLE</mark> et l&#x27;<mark>école</mark>"),
        ("İ terroir", "İ <mark>terroir</mark>"),
        ("", ""),
    ],
)
def test_words_are_marked_whatever_their_form(text, html):
    assert marker(text, "terroir", "ecol").html(text) == html


def test_nothing_is_marked_without_a_known_word():
    assert Marker(["inconnu"]).html("a < b") == "a &lt; b"
    assert Marker([]).passage("rien") == ""


def test_passage_shows_the_stretch_with_the_most_words():
    text = "Un terroir. " + "mot " * 80 + "la gastronomie du terroir breton " + "fin " * 80
    found = marker(text, "terroir", "gastronom").passage(text)
    assert "la gastronomie du terroir breton" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) < 200


def test_passage_of_a_short_text_is_the_text():
    assert marker("Un terroir.", "terroir").passage("Un terroir.") == "Un terroir."


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr("aict.search.extracts.MOST_WORDS", 10)
    memory = Memory()
    memory.learn(["un deux trois quatre cinq six"])
    born = memory.born
    memory.learn(["sept huit neuf dix onze douze"])
    assert memory.born is not born
    assert len(memory.known) <= 10


def test_learning_twice_asks_once(django_assert_num_queries):
    MEMORY.learn(["terroir breton"])
    with django_assert_num_queries(0):
        MEMORY.learn(["breton, terroir"])
