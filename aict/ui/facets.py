"""A facet's options as HTML, assembled by hand: this is the longest part of a list page."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from aict.ui import icons
from aict.ui.numbers import number


class Option(NamedTuple):
    """One value of a facet: what the querystring says, what people read, how many it keeps."""

    value: str
    label: str
    count: int  # type: ignore[assignment]  # tuple.count() is not used
    selected: bool = False


# A value ready to print: its count, what stands before and after « checked » (`around`), selected.
Row = tuple[int, str, str, bool]


def facet_group(title: str, name: str, options: Sequence[Option], shown: int = 8) -> SafeString:
    """A fieldset of checkboxes called `name`, each with its count and a bar measured against the
    largest. Selected options and the first `shown` stay visible, the others unfold."""
    rows = [(o.count, *around(name, o.value, o.label), o.selected) for o in options]
    return mark_safe(group(title, rows, shown))


def group(title: str, rows: Sequence[Row], shown: int) -> str:
    """The same, for values whose words were made ready once (`around`)."""
    if not rows:
        return ""
    top = max(row[0] for row in rows) or 1
    first, rest = rows[:shown], rows[shown:]
    if any(row[3] for row in rest):
        first = [*first, *(row for row in rest if row[3])]
        rest = [row for row in rest if not row[3]]
    begin, more, end = _frame(title, len(rest), get_language())
    return "".join([begin, *lines(first, top), more, *lines(rest, top), end])


def lines(rows: Iterable[Row], top: int) -> list[str]:
    return [
        f"<li><label{before}{after}{count}{BARS[count * 100 // top]}"
        if 0 < count < 1_000 and not selected
        else _line(count, before, after, selected, top)
        for count, before, after, selected in rows
    ]


def _line(count: int, before: str, after: str, selected: bool, top: int) -> str:
    none = "" if count or selected else ' class="none"'
    checked = " checked" if selected else ""
    bar = BARS[count * 100 // top]
    return f"<li><label{none}{before}{checked}{after}{number(count)}{bar}"


BARS = [
    f'</b><svg class="bar" aria-hidden="true"><rect width="{share}%" height="3"/></svg></label></li>'
    for share in range(101)
]


@lru_cache(maxsize=512)
def _frame(title: str, others: int, language: str | None) -> tuple[str, str, str]:
    """What stands before the values shown, between them and the `others`, and after."""
    begin = f'<fieldset class="facet"><legend>{escape(title)}</legend><ul>'
    if not others:
        return begin, "</ul>", "</fieldset>"
    words = gettext("Voir les %(n)s autres") if others > 1 else gettext("Voir l’autre choix")
    words = words % {"n": others} if others > 1 else words
    more = (
        f'</ul><details class="more"><summary>{escape(words)}'
        f'<span class="sr-only"> ({escape(title)})</span></summary><ul>'
    )
    return begin, more, "</ul></details></fieldset>"


@lru_cache(maxsize=8_192)
def around(name: str, value: str, label: str) -> tuple[str, str]:
    """What stands before and after « checked » for that value: the same at each request."""
    shape = icons.shape(value) if name == "categorie" else ""
    category = f' data-category="{escape(value)}"' if shape else ""
    return (
        f'{category}><input type="checkbox" name="{name}" value="{escape(value)}"',
        f"><span>{shape}{escape(label)}</span><b>",
    )
