"""Markdown of coordinators: what is kept, what is disarmed, how it is set."""

import pytest

from aict.markdown import render, sections


def test_what_a_coordinator_writes():
    html = render("Une *dynamique* ouverte :\n\n- un atelier\n- **deux** fiches")
    assert "<em>dynamique</em> ouverte\u202f:" in html
    assert "<li>un atelier</li>" in html
    assert "<strong>deux</strong>" in html


@pytest.mark.parametrize(
    ("text", "top", "expected"),
    [
        ("# Un\n\n## Deux", 2, ["<h2>Un</h2>", "<h3>Deux</h3>"]),
        ("### Trois", 2, ["<h2>Trois</h2>"]),
        ("# Un\n\n###### Six", 3, ["<h3>Un</h3>", "<h6>Six</h6>"]),
    ],
)
def test_headings_are_shifted_below_the_page_s_own(text, top, expected):
    html = render(text, top)
    assert all(heading in html for heading in expected)
    assert "<h1" not in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<p style='position:fixed'>x</p>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox(1))",
        "![x](https://ailleurs.example/pixel.png)",
        "![x](javascript:alert(1))",
        '[x](https://ok.example "\\" onmouseover=alert(1)")',
        "<a href='https://x.example' onclick='x()'>x</a>",
        "<iframe src='https://x.example'></iframe>",
        "`<script>alert(1)</script>`",
        "```html\n<script>alert(1)</script>\n```",
        "| a |\n|---|\n| <script>x</script> |",
        "<!-- <script> -->",
        "\0<script>alert(1)</script>",
    ],
)
def test_hostile_text_does_nothing(text):
    html = render(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "<svg" not in html
    assert "<iframe" not in html
    assert "<a" not in html or 'href="https://ok.example"' in html
    assert "style=" not in html.replace("&lt;p style=", "")


def test_links_say_nothing_of_who_comes():
    html = render("[le site](https://exemple.example/a?b=1&c=2)")
    assert 'href="https://exemple.example/a?b=1&amp;c=2"' in html
    assert 'rel="noopener noreferrer"' in html


def test_a_long_text_stays_quick():
    assert render("[" * 3000 + "*" * 3000 + ">" * 200)


def test_sections_of_a_text():
    text = "Avant.\n\n## 2023 : un atelier\n\nLe début.\n## 2024\nLa suite.\n"
    assert sections(text) == [
        ("", "Avant."),
        ("2023 : un atelier", "Le début."),
        ("2024", "La suite."),
    ]
    assert sections("") == []
