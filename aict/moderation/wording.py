"""A JSON text in words: labels instead of codes, for comparing and for checking one's answers."""

from datetime import time

from django import forms
from django.utils.formats import date_format, time_format

from aict.moderation import attached
from aict.moderation.binding import BoundPart, bind_all, rows_of
from aict.moderation.differences import changes
from aict.moderation.kinds import Kind, Part
from aict.territories.lookup import FREE


def in_words(kind: Kind, data: dict) -> dict[str, tuple[str, str]]:
    """{field: (label, value in words)} for each filled field, in the order of the form."""
    told: dict[str, tuple[str, str]] = {}
    for bound in bind_all(kind, data):
        bound.form.is_valid()
        for name, field in bound.form.fields.items():
            if text := value_in_words(bound.form, name, field):
                told[name] = (str(field.label or name), text)
        told |= rows_in_words(bound, data)
    if attached.named_in(data):
        told[attached.KEY] = ("Pièces et images", attached.in_words(data))
    return told


def by_part(kind: Kind, data: dict) -> list[tuple[Part, list[tuple[str, tuple[str, str]]]]]:
    """The same, under the parts that ask them: (part, [(field, (label, value))])."""
    told = in_words(kind, data)
    return [
        (part, [(name, words) for name, words in told.items() if name in part.names])
        for part in kind.parts_for(data)
    ]


def compared(kind: Kind, part: Part, mine: dict, theirs: dict) -> list[dict]:
    """The fields of a part on which two texts differ, in words: {label, old (theirs), new (mine)}."""
    both = [
        {name: told for name, told in in_words(kind, data).items() if name in part.names}
        for data in (theirs, {**theirs, **mine})
    ]
    return changes(*both)


def rows_in_words(bound: BoundPart, data: dict) -> dict[str, tuple[str, str]]:
    told = {}
    for name, formset in bound.formsets.items():
        formset.is_valid()
        lines = []
        for row in formset.forms[: len(rows_of(data, name))]:
            cells = [value_in_words(row, n, f) for n, f in row.fields.items()]
            lines.append(" · ".join(cell for cell in cells if cell))
        if lines:
            told[name] = (getattr(formset, "label", name), "\n".join(lines))
    return told


def value_in_words(form: forms.BaseForm, name: str, field: forms.Field) -> str:
    """The value as a reader would say it; what the form refuses is shown as typed."""
    value = form.cleaned_data.get(name) if hasattr(form, "cleaned_data") else None
    if value in (None, "", []) or name in form.errors:
        value = form[name].value()
    if value in (None, "", [], False):
        return ""
    if value is True:
        return "oui"
    choices = getattr(field, "choices", None)
    if choices is not None and not hasattr(value, "pk") and not hasattr(value, "all"):
        labels = {str(key): str(label) for key, label in flat(choices)}
        many = value if isinstance(value, (list, tuple)) else [value]
        return ", ".join(labels.get(str(v), str(v)) for v in many)
    if isinstance(value, time):
        return time_format(value, "G \\h i")
    if hasattr(value, "strftime"):
        return date_format(value)
    if isinstance(value, str):
        return value.removeprefix(FREE)
    try:
        return ", ".join(str(item) for item in value)
    except TypeError:
        return str(value)


def flat(choices):
    for key, label in choices:
        if isinstance(label, (list, tuple)):
            yield from label
        else:
            yield key, label
