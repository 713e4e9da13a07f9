from hypothesis import given
from hypothesis import strategies as st

from aict.ui.diffs import as_html, pieces


def test_words_added_and_removed():
    found = pieces("Huit chefs en visite.", "Neuf chefs en visite, puis ici.")
    assert found[:2] == [("removed", "Huit"), ("added", "Neuf")]
    assert ("added", ", puis ici") in found


def test_said_in_words_and_escaped():
    html = as_html([("added", "<b>"), ("removed", "x"), ("same", "<i>")])
    assert "[Ajouté]" in html
    assert "[Supprimé]" in html
    assert "<b>" not in html
    assert "<i>" not in html


@given(st.text(), st.text())
def test_both_texts_can_be_read_back(old, new):
    found = pieces(old, new)
    assert "".join(text for kind, text in found if kind != "added") == old
    assert "".join(text for kind, text in found if kind != "removed") == new
