"""Two texts, word by word, as pieces: ("same" | "added" | "removed", text)."""

import re
from difflib import SequenceMatcher

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

Piece = tuple[str, str]
WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def pieces(old: str, new: str) -> list[Piece]:
    """Compare by words and spaces; neighbouring changes are kept together."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    found: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(before[i:j])))
            continue
        if i < j:
            found.append(("removed", "".join(before[i:j])))
        if k < m:
            found.append(("added", "".join(after[k:m])))
    return found


def as_html(changes: list[Piece]) -> SafeString:
    """ins and del, each announced in words to those who do not see them."""
    words = {"added": (gettext("Ajouté"), "ins"), "removed": (gettext("Supprimé"), "del")}
    html: list[str] = []
    for kind, text in changes:
        if kind == "same":
            html.append(escape(text))
            continue
        said, tag = words[kind]
        html.append(f'<{tag}><span class="sr-only">[{escape(said)}] </span>{escape(text)}</{tag}>')
    return mark_safe("".join(html))
