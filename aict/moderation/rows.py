"""The repeatable parts of a text: one row form each, and the formset that holds them."""

from typing import Any

from django import forms


class Rows(forms.BaseFormSet):
    label = ""
    help = ""
    add_label = "Ajouter"
    row_label = ""


def rows(form: type[forms.ModelForm], label: str, row_label: str, most: int) -> type[Rows]:
    """A formset of at most `most` rows, named as its readers would."""
    made: Any = forms.formset_factory(
        form,
        formset=Rows,
        extra=0,
        can_delete=True,
        max_num=most,
        validate_max=True,
        absolute_max=most + 60,
    )
    made.label, made.row_label, made.add_label = label, row_label, f"Ajouter : {row_label.lower()}"
    return made
