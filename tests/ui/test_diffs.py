import re

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


LINES = "\n".join(f"Ligne {n} du texte." for n in range(40))
PROSE = "Une phrase assez longue pour être lue. " * 30


def folds(html: str) -> list[str]:
    return re.findall(r"<details class=\"diff-fold\"><summary>… (.*?) …</summary>", html)


def test_long_passages_without_a_change_are_folded_and_still_there():
    html = as_html(pieces(f"Avant {LINES} huit", f"Après {LINES} neuf"))
    (said,) = folds(html)
    assert said.endswith("\u00a0lignes inchangées")
    assert all(f"Ligne {n} du texte." in html for n in range(40))
    assert html.index("Ligne 2 ") < html.index("<details") < html.index("Ligne 20 ")
    assert html.index("Ligne 20 ") < html.index("</details>") < html.index("Ligne 38 ")


def test_long_prose_is_counted_in_words_and_its_ends_need_no_context():
    assert folds(as_html(pieces(PROSE, PROSE + "Fin.")))[0].endswith("\u00a0mots inchangés")
    html = as_html(pieces(PROSE, PROSE + "Fin."))
    assert html.startswith("<details")
    assert as_html(pieces("Début. " + PROSE, PROSE)).rstrip().endswith("</details>")


def test_what_is_short_or_not_compared_is_not_folded():
    assert folds(as_html(pieces("Un mot puis huit.", "Un mot puis neuf."))) == []
    assert folds(as_html([("same", LINES)])) == []


LONG = st.builds(str.__mul__, st.sampled_from(["a ", "b\n", "cc"]), st.integers(0, 150))


@given(st.lists(st.tuples(st.sampled_from(["same", "added"]), LONG), max_size=4))
def test_folding_loses_nothing(changes):
    shown = re.sub(r"<summary>.*?</summary>|<span.*?</span>|<[^>]*>", "", as_html(changes))
    assert shown == "".join(text for _kind, text in changes)


@given(st.text(), st.text())
def test_both_texts_can_be_read_back(old, new):
    found = pieces(old, new)
    assert "".join(text for kind, text in found if kind != "added") == old
    assert "".join(text for kind, text in found if kind != "removed") == new
