"""Between the JSON text of a contribution and the forms that check it: the form is the schema."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, BadRequest, ValidationError
from django.db import models
from django.forms.utils import ErrorDict, ErrorList
from django.utils.functional import cached_property

from aict.moderation.kinds import Kind, Part

MAX_VALUE = 20_000
MAX_TEXT = 300_000
MAX_ROWS = 60
# Line and page breaks of word processors are breaks; NUL is refused, in words.
INVISIBLE = {**dict.fromkeys([*range(1, 9), *range(14, 32), 127]), 11: "\n", 12: "\n"}


@dataclass
class BoundPart:
    part: Part
    form: forms.ModelForm
    formsets: dict[str, forms.BaseFormSet]

    @cached_property
    def valid(self) -> bool:
        return all([self.form.is_valid(), *(fs.is_valid() for fs in self.formsets.values())])

    def silent(self) -> "BoundPart":
        """The same values without a word of reproach: a draft being written is not wrong."""
        self.form._errors = ErrorDict()
        for formset in self.formsets.values():
            formset._errors, formset._non_form_errors = [{} for _form in formset.forms], ErrorList()
            for row in formset.forms:
                row._errors = ErrorDict()
        return self

    def rows(self, name: str) -> list[dict]:
        """The cleaned, non-empty rows of a repeatable, in the author's order."""
        kept = [form.cleaned_data for form in self.formsets[name].forms if form.has_changed()]
        return [{n: value for n, value in row.items() if n != "DELETE"} for row in kept]

    def errors(self) -> list[tuple]:
        """(field id on the page, label, message) for each thing to mend."""
        found = [
            (
                self.form[name].id_for_label if name != NON_FIELD_ERRORS else "form",
                str(self.form.fields[name].label) if name in self.form.fields else "",
                message,
            )
            for name, messages in self.form.errors.items()
            for message in messages
        ]
        for formset in self.formsets.values():
            for row in formset.forms:
                for name, messages in row.errors.items():
                    label = str(row.fields[name].label) if name in row.fields else ""
                    target = row[name].id_for_label if name in row.fields else row.prefix
                    found += [
                        (target, f"{label} ({row.prefix.split('-')[-1]})", m) for m in messages
                    ]
            found += [(formset.prefix, "", message) for message in formset.non_form_errors()]
        return found


def formset_data(prefix: str, rows: list[dict], most: int, blank: int = 0) -> dict:
    """What a browser would have sent for `rows`, plus `blank` empty ones."""
    data = {
        f"{prefix}-TOTAL_FORMS": str(len(rows) + blank),
        f"{prefix}-INITIAL_FORMS": "0",
        f"{prefix}-MAX_NUM_FORMS": str(most),
    }
    for index, row in enumerate(rows):
        data |= {f"{prefix}-{index}-{name}": value for name, value in row.items()}
    return data


def bind(
    part: Part, data: dict, instance: models.Model | None = None, blank: str = ""
) -> BoundPart:
    """The part's form and formsets bound to a JSON text. `blank` names a repeatable to lengthen."""
    form = part.form(data=data, instance=instance)
    formsets = {
        name: cls(
            data=formset_data(name, rows_of(data, name), cls.max_num, int(name == blank)),
            prefix=name,
        )
        for name, cls in part.repeatables.items()
    }
    return BoundPart(part, form, formsets)


def bind_all(kind: Kind, data: dict, instance: models.Model | None = None) -> list[BoundPart]:
    return [bind(part, data, instance) for part in kind.parts_for(data)]


def rows_of(data: dict, name: str) -> list[dict]:
    rows = data.get(name, [])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def read(part: Part, post: Mapping) -> dict:
    """The values of one part as its author sent them, ready for `check_storable`."""
    form = part.form()
    values = {name: raw(field, post, name) for name, field in form.fields.items()}
    for name, cls in part.repeatables.items():
        values[name] = read_rows(cls, post, name)
    return values


def raw(field: forms.Field, post: Mapping, name: str):
    return visible(field.widget.value_from_datadict(post, {}, name))


def visible(value):
    """Without the characters that nobody sees and that feeds refuse: a copy from a PDF holds some."""
    if isinstance(value, str):
        return value.translate(INVISIBLE)
    return [visible(item) for item in value] if isinstance(value, list) else value


def read_rows(cls: type[forms.BaseFormSet], post: Mapping, prefix: str) -> list[dict]:
    fields = cls.form.base_fields
    try:
        total = min(int(post.get(f"{prefix}-TOTAL_FORMS", 0)), MAX_ROWS)
    except (TypeError, ValueError) as error:
        raise BadRequest("Le formulaire reçu est incomplet. Rechargez la page.") from error
    removed = post.get("remove", "")
    rows = []
    for index in range(total):
        if removed == f"{prefix}-{index}" or post.get(f"{prefix}-{index}-DELETE"):
            continue
        row = {n: raw(f, post, f"{prefix}-{index}-{n}") for n, f in fields.items()}
        if any(value not in (None, "", [], False) for value in row.values()):
            rows.append(row)
    return rows


def check_storable(values: dict) -> None:
    """PostgreSQL's JSON refuses NUL, and a text has its size. Raises ValidationError."""
    total = 0
    for text in texts(values):
        if "\x00" in text:
            raise ValidationError("Le texte contient un caractère invisible interdit (NUL).")
        if len(text) > MAX_VALUE:
            raise ValidationError(
                f"Un champ dépasse {MAX_VALUE} caractères : raccourcissez-le ou joignez un document."
            )
        total += len(text)
    if total > MAX_TEXT:
        raise ValidationError("L’ensemble est trop long : joignez plutôt un document.")


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
