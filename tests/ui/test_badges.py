import pytest

from aict.moderation.models import State
from aict.taxonomies.enums import Category, Evidence
from aict.ui import badges, icons


@pytest.mark.parametrize("category", Category)
def test_a_category_has_a_shape_and_words(category):
    html = badges.category(category)
    assert icons.shape(category) in html
    assert str(category.label) in html
    assert f'data-category="{category.value}"' in html


def test_no_category_no_badge():
    assert badges.category("") == ""
    assert badges.category("<script>") == ""


@pytest.mark.parametrize("state", State)
def test_a_state_has_an_icon_and_words(state):
    html = badges.state(state)
    assert "<svg" in html
    assert state.label in html


@pytest.mark.parametrize("level", Evidence)
def test_evidence_is_said_in_words(level):
    assert str(level.label) in badges.evidence(level)
    assert "Niveau de preuve" in badges.evidence(level)


def test_unknown_evidence_shows_nothing():
    assert badges.evidence(None) == ""


def test_fictional_says_so():
    assert "Exemple fictif" in badges.fictional()


def test_words_of_a_badge_are_escaped():
    assert "&lt;b&gt;" in badges.badge("<b>")


def test_an_icon_is_decorative_unless_named():
    assert 'aria-hidden="true"' in icons.icon("bell")
    named = icons.icon("bell", 'Alerte "x"')
    assert 'role="img"' in named
    assert "Alerte &quot;x&quot;" in named
