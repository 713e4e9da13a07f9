import pytest

from tests.ui.colours import contrast, themes

GROUNDS = ("paper", "surface", "sunken")
CATEGORIES = ("internationalisation", "promotion", "cooperation")
TONES = ("info", "success", "warning", "error")

TEXTS = [
    *((ink, ground) for ink in ("ink", "ink-soft", "link") for ground in GROUNDS),
    *((name, ground) for name in (*CATEGORIES, *TONES, "danger") for ground in GROUNDS),
    *((name, f"{name}-wash") for name in (*CATEGORIES, *TONES, "neutral")),
    *(
        (ink, f"{name}-wash")
        for name in (*CATEGORIES, *TONES, "neutral")
        for ink in ("ink", "link")
    ),
    *(("ink-soft", f"{name}-wash") for name in (*TONES, "neutral")),
    ("brand", "paper"),
    ("brand", "surface"),
    ("brand", "neutral-wash"),
    ("on-brand", "brand"),
    ("on-brand", "brand-hover"),
    ("on-danger", "danger"),
    ("mark-ink", "mark"),
]
# What is not a text but must be seen: edges of fields, rings of focus, the mark of the current page.
SIGNS = [
    *((sign, ground) for sign in ("rule-strong", "focus", "accent") for ground in GROUNDS),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_texts_are_readable(theme, text, ground):
    colours = themes()[theme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_signs_are_seen(theme, sign, ground):
    colours = themes()[theme]
    assert contrast(colours[sign], colours[ground]) >= 3


def test_focus_is_seen_on_the_primary_button():
    for colours in themes().values():
        # The ring is drawn outside, on a ring of paper.
        assert contrast(colours["focus"], colours["paper"]) >= 3


def test_the_measure_is_right():
    assert round(contrast("#000000", "#ffffff")) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
