"""What the error summary on top of a form says and points at."""

from collections.abc import Iterable

from django.forms import BaseForm, BaseFormSet

Link = tuple[str, str, str]


def links(form: BaseForm | None, formsets: Iterable[BaseFormSet] = ()) -> list[Link]:
    """(id of the field or "", its label, message), in the order of the page."""
    found = of_form(form) if form is not None else []
    for formset in formsets:
        found += [("", "", str(message)) for message in formset.non_form_errors()]
        for row in formset.forms:
            found += of_form(row)
    return found


def of_form(form: BaseForm) -> list[Link]:
    found = [("", "", str(message)) for message in form.non_field_errors()]
    for name, messages in form.errors.items():
        if name in form.fields:
            field = form[name]
            # A group of choices has no control of its own: its first one is reached.
            target = field.auto_id + "_0" if field.use_fieldset else field.id_for_label
            found += [(target, str(field.label), str(message)) for message in messages]
    return found
