"""What a strict Content-Security-Policy and our licence choices forbid in templates, styles and scripts."""

import re

import pytest

from tests.laws.sources import BASE, CODE, files, python_files, shown

OTHER_HOST = r"(?:https?:)?//[\w-]+\.[\w.-]+"
PAGES = {
    "inline style": r"<style\b|\sstyle\s*=",
    "inline script": r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*type=[\"']application/(?:ld\+)?json)",
    "event attribute": r"<[^>]*\son[a-z]+\s*=\s*[\"']",
    "javascript: address": r"javascript:",
    "unescaped value": r"\|\s*safe\b|{%\s*autoescape\s+off",
    "something from another host": rf"<(?:script|link|img|iframe|source|audio|video|object|use)\b[^>]*=\s*[\"']{OTHER_HOST}",
}
STYLES = {
    "something from another host": rf"@import|url\(\s*[\"']?{OTHER_HOST}",
    "the State's identity": r"(?i)marianne|\bdsfr|--blue-france",
}
SCRIPTS = {
    "code made from text": r"\beval\(|new Function\(|\.innerHTML\s*=|insertAdjacentHTML|document\.write",
    "something from another host": rf"(?:fetch|import|open|Worker)\(\s*[\"'`]{OTHER_HOST}|from\s+[\"']{OTHER_HOST}",
    "inline style": r"setAttribute\(\s*[\"']style",
}
# What Django and allauth look for at the root.
ROOT_TEMPLATES = {"base.html", *(f"{n}.html" for n in (400, 403, "403_csrf", 404, 429, 500))}
# File → why it may declare some text safe.
SAFE_MAKERS: dict[str, str] = {
    "aict/ui/icons.py": "drawings of Lucide and ours; the label is escaped",
    "aict/ui/badges.py": "icons and words of ours, through format_html",
    "aict/ui/facets.py": "made by hand for speed; every label and value is escaped",
    "aict/ui/remembered.py": "templates rendered once, and holes filled with HTML already safe",
    "aict/ui/kept.py": "pieces that templates rendered, packed and unpacked",
    "aict/ui/diffs.py": "made by hand for speed; every piece of text is escaped",
    "aict/markdown.py": "text of coordinators, cleaned by nh3",
    "aict/listing/cards.py": "rendered rows, and marks around words that are escaped",
    "surveys/results/charts/chart.py": "drawings made of numbers and of words that are escaped",
    "practices/pages.py": "names the type of a page that a template rendered",
    "aict/listing/panel.py": "groups that aict/ui/facets.py made",
    "aict/ui/templatetags/ui.py": "hands over what the three above made",
}


def broken(text: str, rules: dict[str, str]) -> list[str]:
    """Names of the rules that this text breaks; comments are read too."""
    return [name for name, rule in rules.items() if re.search(rule, text)]


def all_broken(paths, rules):
    return {shown(path): found for path in paths if (found := broken(path.read_text(), rules))}


def is_mail(path):
    """Mail programs know no style sheet."""
    return "email" in path.parts or path.name.endswith(".mjml.html")


def test_pages():
    pages = [path for path in files("templates", ".html", ".svg") if not is_mail(path)]
    assert all_broken(pages, PAGES) == {}


def test_styles():
    assert all_broken(files("static", ".css"), STYLES) == {}


def test_scripts():
    assert all_broken(files("static", ".js"), SCRIPTS) == {}


def test_text_is_declared_safe_in_known_places():
    found = {
        shown(path)
        for path in python_files(*CODE)
        if re.search(r"\bmark_safe\b|\bSafeString\b", path.read_text())
    }
    assert found - set(SAFE_MAKERS) == set()


def test_templates_are_filed_by_application():
    strange = [
        path.name
        for path in (BASE / "templates").glob("*")
        if path.is_file() and path.name not in ROOT_TEMPLATES
    ]
    assert strange == []


@pytest.mark.parametrize(
    ("text", "rules", "name"),
    [
        ('<p style="x">', PAGES, "inline style"),
        ("<script>x()</script>", PAGES, "inline script"),
        ('<button type="button" onclick="x()">', PAGES, "event attribute"),
        ("{{ text|safe }}", PAGES, "unescaped value"),
        ('<link rel="x" href="https://cdn.example/x.css">', PAGES, "something from another host"),
        ('<img src="//cdn.example/x.png">', PAGES, "something from another host"),
        ("@font-face{src:url(https://x.example/f.woff2)}", STYLES, "something from another host"),
        ("a.innerHTML = b", SCRIPTS, "code made from text"),
        ("fetch('https://x.example/')", SCRIPTS, "something from another host"),
    ],
)
def test_the_law_sees(text, rules, name):
    assert broken(text, rules) == [name]


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://www.oecd.org/">OCDE</a>',
        '<script type="module" src="/static/js/x.js"></script>',
        '<script type="application/json" id="points">{}</script>',
        '<p class="on-air" data-on="x" lang="fr">style = beau</p>',
    ],
)
def test_the_law_lets(text):
    assert broken(text, PAGES) == []


def test_sentences_of_surveys_are_typeset():
    """A mark that stands after a plain space goes through |fr, or a line may begin with it."""
    plain = re.compile(r'{% translate "[^"]* [:;?!][^"]*" %}|« {{[^}]*}} »')
    rooms = ("surveys", "results", "campaign", "intake", "texts", "followup")
    found = [
        f"{path.name}: {hit}"
        for room in rooms
        for path in (BASE / "templates" / room).rglob("*.html")
        for hit in plain.findall(path.read_text())
    ]
    assert found == []
