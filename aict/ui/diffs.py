"""Two texts, word by word, as pieces: ("same" | "added" | "removed", text)."""

import re
from difflib import SequenceMatcher

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from aict.ui.numbers import count

Piece = tuple[str, str]
# Characters that stay in sight beside a change, and what is long enough to be folded.
AROUND = 120
FOLDED_LINES, FOLDED_WORDS = 4, 60
LINE, SPACE = re.compile(r"\n"), re.compile(r"\s")
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
    """ins and del, each announced in words to those who do not see them; long passages that did not
    change are folded, and open on demand."""
    words = {"added": (gettext("Ajouté"), "ins"), "removed": (gettext("Supprimé"), "del")}
    html: list[str] = []
    last = len(changes) - 1
    for place, (kind, text) in enumerate(changes):
        if kind == "same":
            html.append(unchanged(text, before=place > 0, after=place < last))
            continue
        said, tag = words[kind]
        html.append(f'<{tag}><span class="sr-only">[{escape(said)}] </span>{escape(text)}</{tag}>')
    return mark_safe("".join(html))


def unchanged(text: str, before: bool, after: bool) -> str:
    """The text, its middle folded when long: what touches a change (`before`, `after`) stays in sight."""
    start = cut_after(text, AROUND) if before else 0
    end = len(text) - cut_after(text[::-1], AROUND) if after else len(text)
    middle = text[start:end] if start < end else ""
    lines, words = len(middle.strip().splitlines()), len(middle.split())
    if not (before or after) or (lines < FOLDED_LINES and words < FOLDED_WORDS):
        return escape(text)
    said = (
        count(lines, gettext("ligne inchangée"), gettext("lignes inchangées"))
        if lines >= FOLDED_LINES
        else count(words, gettext("mot inchangé"), gettext("mots inchangés"))
    )
    fold = f'<details class="diff-fold"><summary>… {escape(said)} …</summary>{escape(middle)}</details>'
    return f"{escape(text[:start])}{fold}{escape(text[end:])}"


def cut_after(text: str, length: int) -> int:
    """The end of the line, or else of the word, that stands `length` characters from the start."""
    found = LINE.search(text, length, 2 * length) or SPACE.search(text, length)
    return found.start() if found else len(text)
