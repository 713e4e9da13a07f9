"""Texts that coordinators write in Markdown, as safe HTML set in French."""

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from aict.ui.typography import french

TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote"),
    *("strong", "em", "s", "a", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"),
}
# No image: a page asks nothing of another site, and files have their own places.
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}

_parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


@lru_cache(maxsize=256)
def render(text: str, top: int = 2) -> SafeString:
    """`text` as HTML; its first level of headings becomes `top`, so that the page keeps its own h1.

    Raw HTML is shown as typed, images are left out, links go to web pages and mail addresses only."""
    tokens = _parser.parse(text)
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = top - min(levels, default=top)
    for token in tokens:
        dress(token, shift)
    html = _parser.renderer.render(tokens, _parser.options, {})
    clean = nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer"
    )
    return mark_safe(clean.strip())  # noqa: S308


def dress(token: Token, shift: int) -> None:
    """Move a heading, and set its words as French does; code stays as typed."""
    if token.type in {"heading_open", "heading_close"}:
        token.tag = f"h{min(int(token.tag[1]) + shift, 6)}"
    for child in token.children or ():
        if child.type == "image":  # only the words that describe it
            child.type, child.tag, child.children = "text", "", None
        if child.type == "text":
            child.content = french(child.content)


def sections(text: str) -> list[tuple[str, str]]:
    """(title, text below) of each « ## » heading; what stands before the first one has no title."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in text.splitlines():
        if line.startswith("## "):
            found.append((line[3:].strip(), []))
        else:
            found[-1][1].append(line)
    parts = [(title, "\n".join(lines).strip()) for title, lines in found]
    return [part for part in parts if any(part)]
