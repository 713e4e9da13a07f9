"""A facet's options as HTML, assembled by hand: this is the longest part of a list page."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from aict.ui import icons
from aict.ui.numbers import number


class Option(NamedTuple):
    """One value of a facet: what the querystring says, what people read, how many it keeps."""

    value: str
    label: str
    count: int  # type: ignore[assignment]  # tuple.count() is not used
    selected: bool = False


def facet_group(title: str, name: str, options: Sequence[Option], shown: int = 8) -> SafeString:
    """A fieldset of checkboxes called `name`, each with its count and a bar measured against the
    largest. Selected options and the first `shown` stay visible, the others unfold."""
    if not options:
        return mark_safe("")
    top = max(option.count for option in options) or 1
    first = [o for n, o in enumerate(options) if n < shown or o.selected]
    rest = [o for n, o in enumerate(options) if n >= shown and not o.selected]
    html = [
        f'<fieldset class="facet"><legend>{escape(title)}</legend><ul>',
        *_options(name, first, top),
        "</ul>",
    ]
    if rest:
        more = gettext("Voir les %(n)s autres") if len(rest) > 1 else gettext("Voir l’autre choix")
        html += [
            f'<details class="more"><summary>{escape(more % {"n": len(rest)} if len(rest) > 1 else more)}'
            f'<span class="sr-only"> ({escape(title)})</span></summary><ul>',
            *_options(name, rest, top),
            "</ul></details>",
        ]
    html.append("</fieldset>")
    return mark_safe("".join(html))


def _options(name: str, options: Iterable[Option], top: int) -> Iterable[str]:
    for value, label, count, selected in options:
        shape = icons.shape(value) if name == "categorie" else ""
        category = f' data-category="{escape(value)}"' if shape else ""
        checked = " checked" if selected else ""
        none = ' class="none"' if not count and not selected else ""
        yield (
            f'<li><label{none}{category}><input type="checkbox" name="{name}" '
            f'value="{escape(value)}"{checked}><span>{shape}{escape(label)}</span>'
            f'<b>{number(count)}</b><svg class="bar" aria-hidden="true">'
            f'<rect width="{count * 100 // top}%" height="3"/></svg></label></li>'
        )
